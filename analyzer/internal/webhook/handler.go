package webhook

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// boxedType is the type of an argument, as it was before it became an any.
func boxedType(t types.Type, v *value) types.Type {
	if v.Dyn != nil {
		return v.Dyn
	}
	return t
}

func sliceElem(t types.Type) (types.Type, bool) {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return nil, false
	}
	return s.Elem(), true
}

// innermostHandler is the handler behind the middleware of other packages.
func innermostHandler(v *value) *value {
	for noteOf(v).behind != nil {
		v = noteOf(v).behind
	}
	return v
}

// hasBody reports whether what a value handles requests with can be run.
func (c *checker) hasBody(v *value) bool {
	v = innermostHandler(v)
	if v.Fn != nil {
		return c.engine.IsOwn(v.Fn)
	}
	return v.Dyn != nil && c.serveMethod(v.Dyn) != nil
}

// handlerFunc is the function that a value handles requests with.
func (c *checker) handlerFunc(v *value) *ssa.Function {
	v = innermostHandler(v)
	if v.Fn == nil && v.Dyn != nil {
		return c.serveMethod(v.Dyn)
	}
	return v.Fn
}

// serveMethod is the ServeHTTP of a type of the package; nil if it has none.
func (c *checker) serveMethod(t types.Type) *ssa.Function {
	sel := types.NewMethodSet(t).Lookup(c.pkg.Pkg, "ServeHTTP")
	if sel == nil || sel.Obj().Pkg() != c.pkg.Pkg {
		return nil
	}
	return c.pkg.Prog.MethodValue(sel)
}

// importedRole is what another package's analysis said of a function.
func (c *checker) importedRole(fn *ssa.Function) Role {
	obj := ssautil.Declared(fn)
	if obj == nil {
		return Role{}
	}
	return c.cfg.Imported(obj)
}

// enters reports whether a call of a function of the package is followed.
func enters(st *state, fn *ssa.Function, args []*value) bool {
	p := pathOf(st)
	initializes := strings.HasPrefix(fn.Name(), "init#")
	return (p.handling || p.check.relevant[fn] || initializes || checksSettings(st, fn, args)) && !isPlaceholder(fn)
}

// checksSettings reports whether a function may be there to refuse what the
// environment says: it is given that, and answers with an error, a truth value
// or not at all.
func checksSettings(st *state, fn *ssa.Function, args []*value) bool {
	res := fn.Signature.Results()
	if res.Len() > 1 || res.Len() == 1 && answerIndex(fn.Signature) < 0 {
		return false
	}
	return slices.ContainsFunc(args, func(a *value) bool { return st.MarksOf(a)&setting != 0 })
}

// isPlaceholder reports whether a method of a request does nothing here: it
// stands for one of a framework.
func isPlaceholder(fn *ssa.Function) bool {
	recv := fn.Signature.Recv()
	if recv == nil || !isRequest(recv.Type()) || len(fn.Blocks) != 1 {
		return false
	}
	for _, in := range fn.Blocks[0].Instrs {
		switch in.(type) {
		case *ssa.Return, *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}
