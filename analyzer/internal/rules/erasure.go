package rules

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/finding"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

var erasure = Rule{
	Name:  "erasure",
	Title: "a person is deleted without being suppressed before, or a loop of deletions stops at the first error",
	Why: "A deleted person's identifiers are free: the next event, import or profile update that names them brings the " +
		"person back, without the record that they had unsubscribed. After an error that ends the loop, the people who come later are never erased.",
	Bad:  `client.Delete(u.ID)`,
	Good: `eraser.Erase(ctx, u.ID)`,
	Fix: "Suppress first, then delete, and retry both: Erase of runtime/erasure does it for one person, EraseAll for many, " +
		"with a journal of what was done.",
	inspect: checkErasure,
}

const (
	notSuppressed = "person deleted by %s without being suppressed; the next event brings them back: suppress first, as runtime/erasure does"
	mayHaveFailed = "person deleted by %s although the suppression before may have failed; delete only after it succeeded, as runtime/erasure does"
	givesUp       = "loop around %s stops at the first error; the people after it are never erased: go on, as EraseAll of runtime/erasure does"
)

func checkErasure(c *Check) []finding.Finding {
	e := &erasures{flow: c.Flow}
	for call := range c.Flow.Calls() {
		e.call(call)
		e.requests(call)
	}
	order := c.Flow.NewOrder(e.suppressed)
	found := map[token.Pos]finding.Finding{} // instances of generic functions share their source
	report := func(at ssa.Instruction, message, name string) {
		if src := c.Flow.Source(at); src != nil && found[src.Pos()].Message == "" {
			found[src.Pos()] = finding.Finding{Pos: src.Pos(), End: src.End(), Message: fmt.Sprintf(message, name)}
		}
	}
	for _, d := range e.deleted {
		if !e.together(d) && !order.Before(d.Act) {
			report(d.At, notSuppressed, d.name)
			continue
		}
		if !e.together(d) && !order.Surely(d.Act) {
			report(d.At, mayHaveFailed, d.name)
			continue
		}
		for _, at := range order.GivesUp(d.Act) {
			report(at, givesUp, d.name)
		}
	}
	return slices.SortedFunc(maps.Values(found), func(f, g finding.Finding) int { return cmp.Compare(f.Pos, g.Pos) })
}

// erasures are the suppressions and deletions of people in a package.
type erasures struct {
	flow       *flow.Analysis
	suppressed []flow.Act
	deleted    []deletion
}

type deletion struct {
	flow.Act
	name string // of what is called
}

func (e *erasures) suppress(acts ...flow.Act) { e.suppressed = append(e.suppressed, acts...) }

func (e *erasures) delete(name string, acts ...flow.Act) {
	for _, act := range acts {
		e.deleted = append(e.deleted, deletion{act, name})
	}
}

// together reports whether one request suppresses and deletes.
func (e *erasures) together(d deletion) bool {
	return slices.ContainsFunc(e.suppressed, func(s flow.Act) bool { return s.At == d.At && s.Same(d.Act) })
}

// call looks at what a call does by the function that it names.
func (e *erasures) call(call ssa.CallInstruction) {
	args := flow.Arguments(call)
	if e.suppresses(call) {
		for _, arg := range args {
			if who := e.flow.SubjectOf(arg); who != nil {
				e.suppress(flow.Act{At: call, Who: who})
			}
		}
		return
	}
	for _, fn := range e.flow.Named(call) {
		recv := len(args) - fn.Signature().Params().Len() // a method value has its receiver already
		row, ok := customerio.Lookup(fn)
		switch {
		case !ok || row.Segment || len(row.Parts) == 0:
		case row.Erases:
			who := e.flow.SubjectOf(args[row.Parts[0].Arg+recv])
			e.delete(customerio.SinkName(fn), flow.Act{At: call, Who: who})
			return
		case row.Name == "Enqueue":
			e.event(call, recv, customerio.SinkName(fn))
			return
		}
	}
}

// event looks at an event of the CDP API: two names have a meaning.
func (e *erasures) event(call ssa.CallInstruction, arg int, name string) {
	msg, ok := flow.Arguments(call)[arg].(*ssa.MakeInterface)
	if !ok || !strings.HasSuffix(msg.X.Type().String(), ".Track") {
		return
	}
	who := e.flow.SubjectIn(msg.X, "UserId")
	at := flow.Path{{Kind: flow.Field, Name: "Event"}}
	e.suppress(e.flow.IfText(call, arg, at, "User Suppressed", who)...)
	e.delete(name, e.flow.IfText(call, arg, at, "User Deleted", who)...)
}

// suppresses reports whether a call says by the name of what it calls that it
// suppresses. Suppressed and Suppression are no commands; Erase of
// runtime/erasure does both.
func (e *erasures) suppresses(call ssa.CallInstruction) bool {
	for _, fn := range e.flow.Named(call) {
		if fn.Name() == "Erase" && fn.Pkg() != nil && strings.HasSuffix(fn.Pkg().Path(), "github.com/ciolint/ciolint/runtime/erasure") {
			return true
		}
	}
	rest, ok := strings.CutPrefix(strings.ToLower(e.flow.CalledName(call)), "suppress")
	return ok && !strings.HasPrefix(rest, "ed") && !strings.HasPrefix(rest, "ion")
}

// requests looks at the raw requests that a call makes.
func (e *erasures) requests(call ssa.CallInstruction) {
	known := func(method, url string) (map[int]string, bool) {
		row, ok := customerio.LookupRequest(method, url)
		if !ok || method == "" && row.Method != "" {
			return nil, false
		}
		return row.Identifiers, true
	}
	for _, req := range e.flow.Requests(call, known) {
		row, _ := customerio.LookupRequest(req.Method, req.URL)
		switch {
		case row.Erases:
			e.delete(row.Method+" "+row.Path, req.Act)
		case strings.HasSuffix(row.Path, "}/suppress"):
			e.suppress(req.Act)
		case row.Path == "/api/v2/entity":
			e.items(row, req, "")
		case row.Path == "/api/v2/batch":
			e.items(row, req, "batch")
		}
	}
}

// items looks at what a request of the Track API's second version asks for.
func (e *erasures) items(row *customerio.Request, req *flow.Request, list string) {
	for _, item := range req.Items(list, []string{"type", "action"}, "identifiers") {
		e.suppress(item.Acts(asks("suppress"))...)
		e.delete(row.Method+" "+row.Path, item.Acts(asks("delete"))...)
	}
}

// asks tells items that do something to a person.
func asks(action string) func(texts map[string][]string) bool {
	return func(texts map[string][]string) bool {
		kind := texts["type"]
		return slices.Contains(texts["action"], action) && (len(kind) == 0 || slices.Contains(kind, "person"))
	}
}
