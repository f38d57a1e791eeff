// Package rules holds what ciolint checks: one file per rule, each with the
// rule's paragraph of the catalogue, then the check.
//
// A rule looks at the [flow.Instance] of every sink, which says what may get
// there as seen from one call, or at the package as a whole, and returns
// findings. The table [All] is the catalogue that -help, the README and the
// reports are made from.
package rules

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/finding"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/policy"
)

// A Rule is one check and its entry in the catalogue.
type Rule struct {
	Name  string // the category of its findings
	Title string // one line
	Why   string // what goes wrong without it
	Bad   string // code that it reports
	Good  string // the same, done right
	Fix   string // what to do

	check   func(*Check, *flow.Instance) []finding.Finding // of one sink; nil if there is none
	inspect func(*Check) []finding.Finding                 // of the package as a whole; nil if there is none
}

// All returns the rules in the order in which they are applied to a sink:
// the first that fires on a payload silences the rest.
func All() []Rule {
	return []Rule{neversend, unsanitized, credential, identifier, erasure, webhook, ignore}
}

// A Check is one run of the rules over one package.
type Check struct {
	Pass   *analysis.Pass
	Policy *policy.Policy
	Flow   *flow.Analysis

	source  *source
	repairs *repairer
	erased  *erased
}

// NewCheck prepares a run.
func NewCheck(pass *analysis.Pass, pol *policy.Policy, a *flow.Analysis) *Check {
	return &Check{Pass: pass, Policy: pol, Flow: a, source: &source{files: pass.Files}, repairs: newRepairer(pass)}
}

// Run applies every rule to every sink of the package, and to the package.
func (c *Check) Run() []finding.Finding {
	insts := c.Flow.Instances(finder{c.Policy, httpreq.New(c.Flow, c.Flow.Tally())})
	fired := map[leak]bool{}
	var out []finding.Finding
	if c.Policy.Enabled(neversend.Name) {
		out = c.apply(neversend, insts, func(l leak) bool { fired[l] = true; return true })
	}
	for _, r := range All() {
		if !c.Policy.Enabled(r.Name) {
			continue
		}
		if r.inspect != nil {
			out = append(out, named(r, r.inspect(c))...)
		}
		switch {
		case r.check == nil || r.Name == neversend.Name:
		case r.Name == unsanitized.Name:
			out = append(out, c.apply(r, insts, func(l leak) bool { return !fired[l] })...)
		default:
			out = append(out, c.apply(r, insts, func(leak) bool { return true })...)
		}
	}
	for i := range out {
		out[i].Fixes = c.repairs.fixes(&out[i])
	}
	return out
}

// apply runs one rule over all sinks; of a leak with findings, keep is asked
// whether they count.
func (c *Check) apply(r Rule, insts []*flow.Instance, keep func(leak) bool) []finding.Finding {
	var out []finding.Finding
	for _, inst := range insts {
		fs := r.check(c, inst)
		if len(fs) == 0 || !keep(leak{inst.Call.Pos(), sinkOf(inst)}) {
			continue
		}
		out = append(out, named(r, fs)...)
	}
	return out
}

func named(r Rule, fs []finding.Finding) []finding.Finding {
	for i := range fs {
		fs[i].Rule = r.Name
	}
	return fs
}

// A leak is one call that data leaves by, towards one sink.
type leak struct {
	pos  token.Pos
	sink string
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
