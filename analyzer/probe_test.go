package analyzer

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/rules"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/internal/policy"
	"github.com/ciolint/ciolint/internal/relevance"
)

// The names of what a probe says in a want.
const (
	contentName = "content"
	placesName  = "places"
)

func isProbe(name string) bool { return name == contentName || name == placesName }

// newProbe returns an analyzer that does what ciolint does, facts included,
// and then shows each call of a package to look instead of reporting findings.
func newProbe(look func(*analysis.Pass, *flow.Analysis, ssa.CallInstruction)) *analysis.Analyzer {
	a := New()
	a.Name, a.ResultType = "probe", nil
	a.Run = func(pass *analysis.Pass) (any, error) {
		if !relevant(pass) {
			return nil, nil
		}
		pol := policy.Default()
		w := newWorld(pass, pol)
		c := rules.NewCheck(pass, pol, w.build())
		c.Run() // facts need what it learns
		w.export(c)
		for call := range c.Flow.Calls() {
			look(pass, c.Flow, call)
		}
		return nil, nil
	}
	return a
}

// reportProbes reports what the engine knows at a call of probe or places.
func reportProbes(pass *analysis.Pass, a *flow.Analysis, call ssa.CallInstruction) {
	fn := call.Common().StaticCallee()
	if fn == nil || fn.Pkg == nil || fn.Pkg.Pkg != pass.Pkg || call.Common().Signature().Recv() != nil {
		return
	}
	arg, kind, text := 0, "", ""
	switch fn.Name() {
	case "probe":
		kind, text = contentName, contentOf(a, call, arg)
	case "places":
		kind, text = placesName, cmp.Or(strings.Join(a.PlacesAt(call, arg), " | "), "nowhere")
	default:
		return
	}
	pass.Report(analysis.Diagnostic{Pos: call.Pos(), Category: kind, Message: text})
}

// contentOf prints what may be in an argument of a call, receiver counted.
func contentOf(a *flow.Analysis, call ssa.CallInstruction, arg int) string {
	return content.Print(a.Ask(call, &flow.Sink{Arg: arg})[0].Content)
}

// beliefs tell, when a want fails, what the engine believed.
type beliefs struct {
	act   *checker.Action
	calls []belief // of the package, made when they are asked for
	err   error
}

// A belief is a call with what the engine knows of its arguments.
type belief struct {
	line
	pos  token.Pos
	sdk  bool // it is a call of an SDK
	text string
}

// about prints the calls on lines; if there are none, the calls of an SDK in
// the declarations around them.
func (b *beliefs) about(lines ...line) string {
	if b.calls == nil && b.err == nil {
		b.ask()
	}
	if b.err != nil {
		return fmt.Sprintf("\n\tnothing is known of it: %v", b.err)
	}
	about := b.where(func(c belief) bool { return slices.Contains(lines, c.line) })
	if about == "" {
		about = b.where(func(c belief) bool { return c.sdk && b.sameDecl(c, lines) })
	}
	return about
}

// where prints the calls that holds is true of, each once.
func (b *beliefs) where(holds func(belief) bool) string {
	var out []string
	for _, c := range b.calls {
		if holds(c) {
			out = append(out, fmt.Sprintf("\n\tbelieved at line %d: %s", c.n, c.text))
		}
	}
	return strings.Join(slices.Compact(out), "")
}

func (b *beliefs) ask() {
	look := func(pass *analysis.Pass, a *flow.Analysis, call ssa.CallInstruction) {
		if pass.Pkg != b.act.Package.Types || !call.Pos().IsValid() {
			return
		}
		sdk := slices.ContainsFunc(a.Named(call), func(fn *types.Func) bool { return fn.Pkg() != nil && relevance.IsSDK(fn.Pkg().Path()) })
		text := a.CalledName(call) + " is called"
		for i, arg := range ssautil.Args(call.Common()) {
			text += fmt.Sprintf("\n\t\twith %s of type %s", contentOf(a, call, i), types.TypeString(arg.Type(), (*types.Package).Name))
		}
		b.calls = append(b.calls, belief{lineAt(pass.Fset, call.Pos()), call.Pos(), sdk, text})
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{newProbe(look)}, []*packages.Package{b.act.Package}, &checker.Options{Sequential: true})
	if err == nil {
		err = graph.Roots[0].Err
	}
	b.err = err
}

// sameDecl reports whether a call is in the declaration around one of lines.
func (b *beliefs) sameDecl(c belief, lines []line) bool {
	fset := b.act.Package.Fset
	for _, f := range b.act.Package.Syntax {
		for _, d := range f.Decls {
			if c.pos < d.Pos() || d.End() <= c.pos {
				continue
			}
			first, last := lineAt(fset, ast.Node(d).Pos()), lineAt(fset, d.End())
			return slices.ContainsFunc(lines, func(l line) bool { return l.file == first.file && first.n <= l.n && l.n <= last.n })
		}
	}
	return false
}
