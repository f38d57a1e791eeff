package fix

import (
	"go/ast"
	"go/token"
	"go/types"
)

// purePackages have no function that does more than compute.
var purePackages = map[string]bool{
	"strings": true, "strconv": true, "unicode": true, "unicode/utf8": true, "html": true, "path": true, "math": true, "cmp": true,
	"encoding/hex": true, "encoding/base64": true, "net/url": true, "maps": true, "slices": true, "time": true,
}

// impure are the functions of these packages that do.
var impure = map[string]bool{
	"time.Sleep": true, "time.After": true, "time.AfterFunc": true, "time.Tick": true, "time.NewTimer": true, "time.NewTicker": true,
	"maps.Copy": true, "maps.DeleteFunc": true, "maps.Insert": true,
}

// purity tells code that only computes from code that does something.
type purity struct{ *code }

// pure reports whether evaluating e has no effect that the program could want:
// it may read, compute and, at worst, panic.
func (x *purity) pure(e ast.Expr) bool {
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			ok = ok && x.pureCall(n)
		case *ast.UnaryExpr:
			ok = ok && n.Op != token.ARROW
		case *ast.FuncLit:
			return false // made, not called
		}
		return ok
	})
	return ok
}

func (x *purity) pureCall(call *ast.CallExpr) bool {
	info := x.pass.TypesInfo
	if info.Types[call.Fun].IsType() {
		return true // a conversion
	}
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return false
	}
	switch obj := info.Uses[id].(type) {
	case *types.Builtin:
		switch obj.Name() {
		case "len", "cap", "min", "max", "new", "make", "complex", "real", "imag":
			return true
		}
	case *types.Func:
		return x.pureFunc(obj, call)
	}
	return false
}

func (x *purity) pureFunc(fn *types.Func, call *ast.CallExpr) bool {
	if fn.Pkg() == nil {
		return false
	}
	if fn.Pkg() == x.pass.Pkg {
		return x.isGetter(fn)
	}
	if recv := fn.Signature().Recv(); recv != nil {
		return isTime(recv.Type())
	}
	switch fn.FullName() {
	case "fmt.Sprint", "fmt.Sprintf", "fmt.Sprintln":
		return true
	}
	for _, arg := range call.Args {
		if _, ok := x.pass.TypesInfo.TypeOf(arg).Underlying().(*types.Signature); ok {
			return false // it is called
		}
	}
	return purePackages[fn.Pkg().Path()] && !impure[fn.FullName()] && !sorts(fn)
}

func isTime(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time" && (n.Obj().Name() == "Time" || n.Obj().Name() == "Duration")
}

// sorts: functions of slices that have no result work in place; so do those
// that return their argument shortened.
func sorts(fn *types.Func) bool {
	if fn.Pkg().Path() != "slices" {
		return false
	}
	switch fn.Name() {
	case "Compact", "CompactFunc", "Delete", "DeleteFunc", "Insert", "Replace":
		return true
	}
	return fn.Signature().Results().Len() == 0
}

// isGetter reports whether a function of the package does nothing but return
// a field, a variable or a constant.
func (x *purity) isGetter(fn *types.Func) bool {
	for _, f := range x.pass.Files {
		for _, d := range f.Decls {
			d, ok := d.(*ast.FuncDecl)
			if !ok || x.pass.TypesInfo.Defs[d.Name] != types.Object(fn) || d.Body == nil || len(d.Body.List) != 1 {
				continue
			}
			ret, ok := d.Body.List[0].(*ast.ReturnStmt)
			return ok && len(ret.Results) == 1 && isPlace(ret.Results[0])
		}
	}
	return false
}

// isPlace: a name, a field of one, a literal.
func isPlace(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.BasicLit:
		return true
	case *ast.SelectorExpr:
		return isPlace(e.X)
	}
	return false
}
