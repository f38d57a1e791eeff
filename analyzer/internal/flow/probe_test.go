package flow

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// analysisOf analyses one file of source text.
func analysisOf(t *testing.T, src string) *Analysis {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n"+src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := conf.Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	prog := ssa.NewProgram(fset, ssa.GlobalDebug|ssa.InstantiateGenerics|ssa.BareInits)
	for _, p := range pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	p := prog.CreatePackage(pkg, []*ast.File{file}, info, false)
	p.Build()
	if os.Getenv("SSA") != "" {
		for _, m := range p.Members {
			if fn, ok := m.(*ssa.Function); ok && fn.Synthetic == "" {
				fn.WriteTo(os.Stderr)
				for _, a := range fn.AnonFuncs {
					a.WriteTo(os.Stderr)
				}
			}
		}
	}
	return New(p, []*ast.File{file}, Config{
		Class: pii.Classify, Deliverable: pii.Deliverable, Sanitizer: func(*types.Func) content.Sanitizer { return content.NotSanitizer },
		Setter: func(*types.Func) (Setter, bool) { return Setter{}, false }, ReadOnly: func(*types.Func) bool { return false },
		Fact: func(*types.Func) *FuncFact { return nil }, VarFact: func(*types.Var) *VarFact { return nil },
		Methods: func(string) []*types.Func { return nil }, Request: func(types.Type) bool { return false },
		Behind: func(*ssa.CallCommon) []*types.Func { return nil },
	})
}

type probeInfo struct{}

func (probeInfo) String() string { return "probe" }

type probeFinder struct{}

func (probeFinder) Call(fn *types.Func) []*Sink {
	if fn.Name() == "probe" {
		return []*Sink{{Arg: 0, Info: probeInfo{}}}
	}
	return nil
}
func (probeFinder) Field(*types.Named, string) *Sink    { return nil }
func (probeFinder) Option(*types.Func) *Sink            { return nil }
func (probeFinder) Queries(ssa.CallInstruction) []Query { return nil }

// probed are the contents at the calls of probe, in the order of the source.
func probed(t *testing.T, src string) []string {
	t.Helper()
	var out []string
	for _, inst := range analysisOf(t, src+"\nfunc probe(x any)\n").Instances(probeFinder{}) {
		out = append(out, inst.Content.String())
	}
	return out
}

func TestDebug(t *testing.T) {
	src := os.Getenv("SRC")
	if src == "" {
		t.Skip()
	}
	for _, s := range probed(t, src) {
		t.Log(s)
	}
	_ = ssautil.IsNil
}
