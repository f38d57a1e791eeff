package rules

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/fix"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/internal/policy"
)

// A repairer collects what would repair each finding, and makes the fixes when
// all is known: one finding may be seen from several calls, and is gone only
// when all of them are repaired; one payload may go to several sinks, and is
// wrapped only once.
type repairer struct {
	fixer     *fix.Fixer
	repairs   map[problem]*repair
	functions map[ast.Expr]string                  // of the sanitizer, by payload
	variables map[string]map[string]token.Position // where credentials stand, by environment variable and value
}

// A problem is a finding as the user sees it.
type problem struct {
	pos     token.Pos
	message string
}

// A repair is what can be done about a problem.
type repair struct {
	ways   []way // each must be gone
	stuck  bool  // there is one for which nothing can be done
	remove *fix.Entry
	far    bool // what is to be removed may have another use, or is not all that is wrong
}

// A way is what to do about one way of a problem to its sink.
type way struct {
	message func() string
	edits   func() ([]analysis.TextEdit, bool)
}

func newRepairer(pass *analysis.Pass) *repairer {
	return &repairer{
		fixer:     fix.New(pass),
		repairs:   map[problem]*repair{},
		functions: map[ast.Expr]string{},
		variables: map[string]map[string]token.Position{},
	}
}

// of returns the repair of a finding.
func (r *repairer) of(f *analysis.Diagnostic) *repair {
	p := problem{f.Pos, f.Message}
	if r.repairs[p] == nil {
		r.repairs[p] = &repair{}
	}
	return r.repairs[p]
}

// add notes what to do about one way; nil is nothing.
func (p *repair) add(w *way) {
	if w == nil {
		p.stuck = true
		return
	}
	p.ways = append(p.ways, *w)
}

// fixes are the fixes of a finding, the best first.
func (r *repairer) fixes(f *analysis.Diagnostic) []analysis.SuggestedFix {
	p := r.repairs[problem{f.Pos, f.Message}]
	if p == nil {
		return f.SuggestedFixes
	}
	out := f.SuggestedFixes
	if edits, ok := p.edits(); ok {
		out = append(out, analysis.SuggestedFix{Message: p.ways[0].message(), TextEdits: edits})
	}
	if p.remove != nil && (len(out) > 0 || !p.far) {
		if edits, ok := r.fixer.Remove(p.remove); ok {
			out = append(out, analysis.SuggestedFix{Message: "Remove the entry", TextEdits: edits})
		}
	}
	return out
}

func (p *repair) edits() ([]analysis.TextEdit, bool) {
	var all []analysis.TextEdit
	for _, w := range p.ways {
		edits, ok := w.edits()
		if !ok {
			return nil, false
		}
		all = append(all, edits...)
	}
	all = fix.Sorted(all)
	return all, !p.stuck && len(all) > 0 && fix.Disjoint(all)
}

// sanitize notes that the payload of inst is to go through the sanitizer. pos
// is where the entry that is to blame was written, if it is one.
func (c *Check) sanitize(f *analysis.Diagnostic, inst *flow.Instance, pos token.Pos) {
	c.repairs.of(f).add(c.sanitizing(inst, pos))
}

func (c *Check) sanitizing(inst *flow.Instance, pos token.Pos) *way {
	call, ok := inst.Call.(ssa.CallInstruction)
	if !ok || !roleOf(inst).IsPayload() {
		return nil
	}
	_, function, _ := strings.Cut(remedy(inst), ".")
	if es := c.payloadOf(call, inst); len(es) > 0 {
		return c.wrapping(es, function)
	}
	if w := c.resanitizing(call, inst, function); w != nil {
		return w
	}
	if e := c.literalOf(inst, pos); e != nil {
		return c.wrapping([]ast.Expr{e}, function)
	}
	return nil
}

// wrapping wraps each of es. What goes to a profile and into a message gets
// what is right for a profile.
func (c *Check) wrapping(es []ast.Expr, function string) *way {
	r := c.repairs
	for _, e := range es {
		if r.functions[e] == "" || function == "Attributes" {
			r.functions[e] = function
		}
	}
	return &way{
		message: func() string { return "Wrap the payload in sanitize." + r.functions[es[0]] },
		edits: func() ([]analysis.TextEdit, bool) {
			var all []analysis.TextEdit
			for _, e := range es {
				edits, ok := r.fixer.Wrap(e, r.functions[e])
				if !ok {
					return nil, false
				}
				all = append(all, edits...)
			}
			return all, true
		},
	}
}

// resanitizing replaces a field of the variable that is passed, which more
// than one statement has filled.
func (c *Check) resanitizing(call ssa.CallInstruction, inst *flow.Instance, function string) *way {
	src := c.Flow.CallExpr(call)
	arg := c.Flow.ArgumentExpr(call, inst.Arg)
	if src == nil || arg == nil || len(inst.Path) == 0 || c.shared(arg) {
		return nil
	}
	var fields []string
	for _, s := range inst.Path {
		if s.Kind != content.Field {
			return nil
		}
		fields = append(fields, s.Name)
	}
	if _, ok := c.repairs.fixer.Resanitize(src, arg, fields, function); !ok {
		return nil
	}
	return &way{
		message: func() string { return "Wrap the payload in sanitize." + function },
		edits: func() ([]analysis.TextEdit, bool) {
			return c.repairs.fixer.Resanitize(src, arg, fields, function)
		},
	}
}

// leaveOut notes that the entry written at pos can be left out.
func (c *Check) leaveOut(f *analysis.Diagnostic, inst *flow.Instance, ch *content.Child) {
	p := c.repairs.of(f)
	p.remove = c.repairs.fixer.Entry(ch.Pos, ch.Key)
	call, ok := inst.Call.(ssa.CallInstruction)
	if !ok || !within(ch.Pos, c.Flow.CallExpr(call)) || c.Policy.RequireSanitizer != policy.Never && len(inst.Content.Children) > 1 {
		p.far = true
	}
}

func within(pos token.Pos, call *ast.CallExpr) bool {
	return call != nil && call.Pos() <= pos && pos < call.End()
}
