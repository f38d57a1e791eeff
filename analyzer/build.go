package analyzer

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/internal/policy"
	"github.com/ciolint/ciolint/internal/relevance"
	"github.com/ciolint/ciolint/runtime/pii"
)

// build makes the SSA of the package, with the names of local variables, and
// the engine that answers questions about it. go/analysis/passes/buildssa is
// not used because it builds every package, relevant or not, without names.
func (w *world) build() *flow.Analysis {
	pass, pol := w.pass, w.policy
	prog := ssa.NewProgram(pass.Fset, ssa.GlobalDebug|ssa.InstantiateGenerics|ssa.BareInits)
	prog.SetNoReturn(noReturn)
	for _, p := range packagesUsed(pass) {
		prog.CreatePackage(p, nil, nil, true)
	}
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return flow.New(pkg, pass.Files, flow.Config{
		Class:       pol.Class,
		Deliverable: pol.Deliverable,
		ClassAt:     pol.At,
		Mark:        pol.Mark,
		Source:      w.source(),
		Decided:     pol.Decided,
		Sanitizer:   w.sanitizer,
		Setter:      setter,
		ReadOnly:    func(fn *types.Func) bool { return customerio.IsSDK(fn.Pkg()) },
		Behind:      w.behind,
		Request:     isRequest,
		Fact:        w.fact,
		VarFact:     w.varFact,
		Methods:     w.methods,
		SDK:         relevance.MayBeSDK,
		Wires:       w.wires,
		FactNamed:   w.factNamed,
		Embedded:    embedded(pass),
	})
}

// packagesUsed returns the imports with functions or variables that the package
// mentions, in the order of the imports. Of those that give it only types and
// methods, SSA asks for no package; and to create one for an API of generated
// types costs as much as the whole analysis.
func packagesUsed(pass *analysis.Pass) []*types.Package {
	used := map[*types.Package]bool{}
	for _, obj := range pass.TypesInfo.Uses {
		switch obj.(type) {
		case *types.Func, *types.Var:
			if p := obj.Pkg(); p != nil && p != pass.Pkg && obj.Parent() == p.Scope() {
				used[p] = true
			}
		}
	}
	var out []*types.Package
	for _, p := range pass.Pkg.Imports() {
		if used[p] {
			out = append(out, p)
		}
	}
	return out
}

// noReturn lists the functions that end the program or the goroutine.
func noReturn(fn *types.Func) bool {
	switch fn.FullName() {
	case "os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln", "log.Panic", "log.Panicf", "log.Panicln", "runtime.Goexit":
		return true
	}
	return false
}

// world is what the engine is told about functions.
type world struct {
	pass       *analysis.Pass
	policy     *policy.Policy
	directives map[*types.Func]bool
	sdkTypes   []types.Type
	looked     bool
	withFacts  map[string][]*types.Func // methods of other packages that have facts, by name
	named      map[string]*flow.FuncFact
	wired      bool             // below is known
	below      []*flow.WireFact // see wires
}

func newWorld(pass *analysis.Pass, pol *policy.Policy) *world {
	return &world{pass: pass, policy: pol, directives: sanitizerDirectives(pass)}
}

// sanitizer recognises the runtime's sanitizer, those of the policy, and
// functions with the directive //ciolint:sanitizer in their doc comment.
func (w *world) sanitizer(fn *types.Func) content.Sanitizer {
	if fn.Pkg() == nil {
		return content.NotSanitizer
	}
	if w.policy.Sanitizes(fn) {
		return scope(fn)
	}
	if strings.HasSuffix(fn.Pkg().Path(), "github.com/ciolint/ciolint/runtime/sanitize") {
		return w.runtimeSanitizer(fn)
	}
	if fn.Pkg() != w.pass.Pkg {
		if f := w.fact(fn.Origin()); f != nil {
			return f.Sanitizer
		}
		return content.NotSanitizer
	}
	if !w.directives[fn.Origin()] {
		return content.NotSanitizer
	}
	return scope(fn)
}

// runtimeSanitizer: the functions of the runtime's sanitizer know the
// dictionary. The methods of a Sanitizer also know its options, which are
// taken to be what the policy says of keys.
func (w *world) runtimeSanitizer(fn *types.Func) content.Sanitizer {
	all, most := content.SanitizesAll, content.SanitizesMost
	if fn.Signature().Recv() == nil && w.policy.HasKeys() {
		all, most = content.StripsAll, content.StripsMost
	}
	switch fn.Name() {
	case "Attributes", "Value", "JSON":
		return all
	case "MessageData":
		return most
	}
	return content.NotSanitizer
}

// scope is what a sanitizer of the program's own cleans: one text, or what
// its result holds.
func scope(fn *types.Func) content.Sanitizer {
	if res := fn.Signature().Results(); res.Len() > 0 {
		if b, ok := res.At(0).Type().Underlying().(*types.Basic); ok && b.Info()&(types.IsString|types.IsNumeric) != 0 {
			return content.SanitizesText
		}
	}
	return content.SanitizesAll
}

// sanitizerDirectives returns the functions of the package that are marked as
// sanitizers.
func sanitizerDirectives(pass *analysis.Pass) map[*types.Func]bool {
	out := map[*types.Func]bool{}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Doc == nil {
				continue
			}
			for _, c := range fd.Doc.List {
				if c.Text == "//ciolint:sanitizer" || strings.HasPrefix(c.Text, "//ciolint:sanitizer ") {
					if fn, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func); ok {
						out[fn] = true
					}
				}
			}
		}
	}
	return out
}

// source returns what the policy says of objects, nil if it says nothing.
func (w *world) source() func(types.Object) (pii.Class, bool) {
	if !w.policy.HasSources() {
		return nil
	}
	return w.policy.Source
}

func setter(fn *types.Func) (flow.Setter, bool) {
	s, ok := customerio.LookupSetter(fn)
	if !ok {
		return flow.Setter{}, false
	}
	return flow.Setter{Key: s.Key, KeyArg: s.KeyArg, ValueArg: s.ValueArg}, true
}

// isRequest reports whether t is a type of an SDK: a parameter of such a type
// is a payload itself, although its data sits in fields.
func isRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && customerio.IsSDK(n.Obj().Pkg())
}

// behind returns the SDK methods, and the policy's, that a call through an interface of the
// program's own may execute.
func (w *world) behind(c *ssa.CallCommon) []*types.Func {
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	if !ok || customerio.IsSDK(c.Method.Pkg()) {
		return nil
	}
	var out []*types.Func
	for _, t := range w.sdk() {
		if !types.Implements(t, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, c.Method.Pkg(), c.Method.Name())
		if fn, ok := obj.(*types.Func); ok {
			out = append(out, fn)
		}
	}
	return out
}

// sdk returns pointers to the types of the SDKs that the package imports, and
// to those whose methods the policy lists.
func (w *world) sdk() []types.Type {
	if w.looked {
		return w.sdkTypes
	}
	w.looked = true
	w.sdkTypes = w.policy.Clients()
	for _, p := range w.pass.Pkg.Imports() {
		if !customerio.IsSDK(p) {
			continue
		}
		for _, name := range p.Scope().Names() {
			tn, ok := p.Scope().Lookup(name).(*types.TypeName)
			if ok && tn.Exported() && !types.IsInterface(tn.Type()) {
				w.sdkTypes = append(w.sdkTypes, types.NewPointer(tn.Type()))
			}
		}
	}
	return w.sdkTypes
}
