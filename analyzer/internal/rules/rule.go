// Package rules holds what ciolint checks: one file per rule, and a table that
// binds each to its record in the catalogue.
//
// A rule looks at the [flow.Instance] of every sink, which says what may get
// there as seen from one call, or at the package as a whole, and returns
// findings, as diagnostics. What sets a rule apart from the others (when it is
// on, what it silences) its record says, and [Check.Run] obeys.
package rules

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	verification "github.com/ciolint/ciolint/analyzer/internal/webhook"
	"github.com/ciolint/ciolint/internal/catalog"
	"github.com/ciolint/ciolint/internal/policy"
)

// A rule is a record of the catalogue and its check.
type rule struct {
	catalog.Rule

	check   func(*Check, *flow.Instance) []analysis.Diagnostic // of one sink; nil if there is none
	inspect func(*Check) []analysis.Diagnostic                 // of the package as a whole; nil if there is none

	// learns says that inspect also learns what importers have to know of the
	// package: it is called where the rule is off, too.
	learns bool
}

// table binds the rules to their checks, in the order of the catalogue. Of
// directives it knows nothing: they are checked by package suppress, once the
// findings are known.
var table = []rule{
	{Rule: catalog.NeverSend, check: checkNeverSend},
	{Rule: catalog.Unsanitized, check: checkUnsanitized},
	{Rule: catalog.Credential, check: checkCredential, inspect: inspectCredentials, learns: true},
	{Rule: catalog.Identifier, check: checkIdentifier, inspect: inspectPaths},
	{Rule: catalog.Erasure, inspect: inspectErasure, learns: true},
	{Rule: catalog.Webhook, inspect: inspectWebhook, learns: true},
}

// A Check is one run of the rules over one package.
type Check struct {
	Pass   *analysis.Pass
	Policy *policy.Policy
	Flow   *flow.Analysis

	// Verifiers are the functions of the package that verify webhooks, after
	// Run.
	Verifiers map[*types.Func]verification.Role

	// Wire is what importers need to know of the wiring, after Run.
	Wire *flow.WireFact

	source   *source
	requests *httpreq.Reader
	repairs  *repairer
	people   *erasures
	erased   *erased
}

// NewCheck prepares a run.
func NewCheck(pass *analysis.Pass, pol *policy.Policy, a *flow.Analysis) *Check {
	return &Check{Pass: pass, Policy: pol, Flow: a, source: &source{files: pass.Files}, repairs: newRepairer(pass)}
}

// Run applies every rule to every sink of the package, and to the package. It
// returns the findings of the rules that are on, their category the rule's
// name. If the pass exports facts, Run learns what they have to say, whatever
// rules are on.
func (c *Check) Run() []analysis.Diagnostic {
	c.requests = httpreq.New(c.Flow, c.Flow.Tally())
	insts := c.Flow.Instances(finder{c.Policy, c.requests})
	wired, wire := c.Flow.Wired(insts, orderPorts(c))
	insts, c.Wire = append(insts, wired...), wire
	silent := silences{}
	var out []analysis.Diagnostic
	for _, r := range table {
		on := c.Policy.Applies(r.Name)
		if r.inspect != nil && (on || r.learns && c.Pass.ExportObjectFact != nil) {
			if found := r.inspect(c); on {
				out = append(out, named(r, found)...)
			}
		}
		if r.check != nil && on {
			out = append(out, c.apply(r, insts, silent)...)
		}
	}
	for i := range out {
		out[i].SuggestedFixes = c.repairs.fixes(&out[i])
	}
	return out
}

// apply runs one rule over all sinks.
func (c *Check) apply(r rule, insts []*flow.Instance, silent silences) []analysis.Diagnostic {
	var out []analysis.Diagnostic
	for _, inst := range insts {
		found := r.check(c, inst)
		at := leakOf(inst)
		if len(found) == 0 || silent[r.Name][at] {
			continue
		}
		silent.add(r.Silences, at)
		out = append(out, named(r, found)...)
	}
	return out
}

func named(r rule, found []analysis.Diagnostic) []analysis.Diagnostic {
	for i := range found {
		found[i].Category = r.Name
	}
	return found
}

// silences are the leaks of which a rule, by its name, says nothing, because
// another one has.
type silences map[string]map[leak]bool

func (s silences) add(rules []string, at leak) {
	for _, name := range rules {
		if s[name] == nil {
			s[name] = map[leak]bool{}
		}
		s[name][at] = true
	}
}

// A leak is one call that data leaves by, towards one sink; of what gets there by
// the wiring, also the place where it was put in.
type leak struct {
	pos    token.Pos
	sink   string
	put, w string
}

func leakOf(inst *flow.Instance) leak {
	if w := inst.Wiring; w != nil {
		return leak{w.Pos, sinkOf(inst), w.In, w.At}
	}
	return leak{pos: inst.Call.Pos(), sink: sinkOf(inst)}
}

// infoOf is what the model, or the policy, says of the sink of an instance.
func infoOf(inst *flow.Instance) customerio.SinkInfo { return inst.Sink.Info.(customerio.SinkInfo) }

func sinkOf(inst *flow.Instance) string { return infoOf(inst).Name }

func roleOf(inst *flow.Instance) customerio.Role { return infoOf(inst).Role }

// finder finds the sinks of the SDK model, and those of the policy.
type finder struct {
	policy   *policy.Policy
	requests *httpreq.Reader
}

// Call returns the parts of a call that carry data.
func (f finder) Call(fn *types.Func) []*flow.Sink {
	if own := f.listed(fn); own != nil {
		return own
	}
	call, ok := customerio.Lookup(fn)
	if !ok || call.Segment {
		return nil
	}
	recv := 0
	if fn.Signature().Recv() != nil {
		recv = 1
	}
	var out []*flow.Sink
	for _, p := range call.Parts {
		out = append(out, &flow.Sink{
			Arg: p.Arg + recv, Path: pathOf(p.Path), Type: p.Type,
			Info: customerio.SinkInfo{
				Name: customerio.SinkName(fn), Role: p.Role, Label: p.Label, Key: p.Key, Transactional: call.Transactional,
			},
		})
	}
	return out
}

// listed returns the parts of a call that the policy lists.
func (f finder) listed(fn *types.Func) []*flow.Sink {
	var out []*flow.Sink
	args := f.policy.Sink(fn)
	message := slices.ContainsFunc(args, func(a policy.Arg) bool {
		role, _ := customerio.RoleNamed(a.Role)
		return role == customerio.MessageData
	})
	for _, a := range args {
		out = append(out, partOf(fn, a, message))
	}
	return out
}

// partOf is an argument with a role as the engine asks of it.
func partOf(fn *types.Func, a policy.Arg, transactional bool) *flow.Sink {
	s := &flow.Sink{Arg: a.Index}
	if fn.Signature().Recv() != nil {
		s.Arg++
	}
	role, _ := customerio.RoleNamed(a.Role)
	s.Info = customerio.SinkInfo{Name: customerio.SinkName(fn), Role: role, Label: role.String(), Transactional: transactional}
	switch t := fn.Signature().Params().At(a.Index).Type().Underlying().(type) {
	case *types.Slice:
		if b, ok := t.Elem().Underlying().(*types.Basic); !ok || b.Kind() != types.Byte {
			s.Path = pathOf([]string{"[]"})
		}
	case *types.Map:
		if !role.IsPayload() {
			s.Path = pathOf([]string{"[]"})
		}
	}
	return s
}

// Field returns the sink that an assignment to a field of an SDK type is.
func (finder) Field(t *types.Named, field string) *flow.Sink {
	f, ok := customerio.LookupField(t, field)
	if !ok || f.Segment {
		return nil
	}
	name := t.Obj().Pkg().Name() + "." + t.Obj().Name() + "." + field
	return &flow.Sink{Info: customerio.SinkInfo{Name: name, Role: f.Role, Label: f.Label}}
}

// Option returns the payload that functions passed to a call add to: a
// TrackOption of the program's own may write any key.
func (f finder) Option(fn *types.Func) *flow.Sink {
	if call, ok := customerio.Lookup(fn); !ok || call.Builds {
		return nil
	}
	for _, s := range f.Call(fn) {
		if s.Info.(customerio.SinkInfo).Role.IsPayload() {
			return &flow.Sink{Arg: s.Arg, Info: s.Info}
		}
	}
	return nil
}

// pathOf translates a path of the SDK model.
func pathOf(steps []string) content.Path {
	var p content.Path
	for _, s := range steps {
		switch {
		case s == "[]":
			p = append(p, content.Sel{Kind: content.Elem})
		case strings.HasPrefix(s, `["`):
			p = append(p, content.Sel{Kind: content.Key, Name: s[2 : len(s)-2]})
		default:
			p = append(p, content.Sel{Kind: content.Field, Name: s})
		}
	}
	return p
}
