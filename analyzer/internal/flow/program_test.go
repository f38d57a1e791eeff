package flow

import (
	"go/ast"
	"go/types"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssatest"
	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// analysisOf analyses a file of package p, which may import the standard
// library, with probe for a sink and clean for a sanitizer.
func analysisOf(t *testing.T, src string) *Analysis {
	t.Helper()
	return analysisOver(t, nil, "package p\n"+src)
}

// analysisOver is analysisOf for a file that names its package, and may import
// that of lib, whose facts it sees.
func analysisOver(t *testing.T, lib *Analysis, src string) *Analysis {
	t.Helper()
	var others []*types.Package
	if lib != nil {
		others = append(others, lib.pkg.Pkg)
	}
	pkg, file := ssatest.Package(t, src+"\nfunc probe(x any)\nfunc clean(m map[string]any) map[string]any\n", others...)
	return New(pkg, []*ast.File{file}, Config{
		Class: pii.Classify, Deliverable: pii.Deliverable, ClassAt: keyclass.At, Mark: keyclass.OfTag,
		Sanitizer: func(fn *types.Func) content.Sanitizer {
			if fn.Name() == "clean" {
				return content.SanitizesAll
			}
			return content.NotSanitizer
		},
		Setter:   func(*types.Func) (Setter, bool) { return Setter{}, false },
		ReadOnly: func(*types.Func) bool { return false },
		Fact: func(obj *types.Func) *FuncFact {
			if lib == nil || obj.Pkg() != lib.pkg.Pkg || lib.FunctionOf(obj) == nil {
				return nil
			}
			return lib.FuncFact(lib.FunctionOf(obj), content.NotSanitizer)
		},
		VarFact: func(v *types.Var) *VarFact {
			if lib == nil || v.Pkg() != lib.pkg.Pkg {
				return nil
			}
			return lib.VarFact(v)
		},
		Methods: func(string) []*types.Func { return nil },
		Request: func(types.Type) bool { return false },
		Behind:  func(*ssa.CallCommon) []*types.Func { return nil },
	})
}

// probeFinder finds the calls of probe.
type probeFinder struct{}

type probeInfo struct{}

func (probeInfo) String() string { return "probe" }

func (probeFinder) Call(fn *types.Func) []*Sink {
	if fn.Name() == "probe" {
		return []*Sink{{Arg: 0, Info: probeInfo{}}}
	}
	return nil
}
func (probeFinder) Field(*types.Named, string) *Sink    { return nil }
func (probeFinder) Option(*types.Func) *Sink            { return nil }
func (probeFinder) Queries(ssa.CallInstruction) []Query { return nil }
