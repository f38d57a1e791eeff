package rules

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// payloadOf is what the sanitizer can take and that, being sanitized, leaves
// nothing of the payload of inst unsanitized: what is written to the field
// that the sink sends, each element of a list, or the argument.
func (c *Check) payloadOf(call ssa.CallInstruction, inst *flow.Instance) []ast.Expr {
	if inst.Arg < 0 {
		return nil
	}
	enc, i := c.Flow.EncodedBy(call, inst.Arg)
	arg := c.Flow.ArgumentExpr(enc, i)
	if len(inst.Path) > 0 {
		if c.shared(arg) {
			return nil
		}
		if e := c.written(enc, i, inst.Path); e != nil {
			return []ast.Expr{e}
		}
		if es := c.descend(arg, inst.Path); len(es) > 0 && !slices.ContainsFunc(es, c.unfit) {
			return es
		}
		return nil // the rest of a body says what to do with whom
	}
	if arg == nil || c.unfit(arg) {
		return nil
	}
	return []ast.Expr{arg}
}

func (c *Check) unfit(e ast.Expr) bool { return !c.repairs.fixer.Sanitizable(e) }

// written is the value at the path p of an argument, if it is written there
// once and the map is left alone from then on.
func (c *Check) written(call ssa.CallInstruction, arg int, p content.Path) ast.Expr {
	e := c.source.value(c.Flow.WrittenAt(call, arg, p))
	src := c.Flow.CallExpr(call)
	if e == nil || src == nil || !c.repairs.fixer.Sanitizable(e) || !c.Flow.WrittenOnce(call, arg, p) {
		return nil
	}
	if id, ok := ast.Unparen(e).(*ast.Ident); ok && c.usedBetween(c.Pass.TypesInfo.Uses[id], e.End(), src.Lparen) {
		return nil // what is added to the map later would be lost
	}
	return e
}

// shared reports whether arg is a variable of the program's own type that is
// passed elsewhere, too, where its data may be wanted as it is.
func (c *Check) shared(arg ast.Expr) bool {
	if u, ok := arg.(*ast.UnaryExpr); ok {
		arg = u.X
	}
	id, ok := ast.Unparen(arg).(*ast.Ident)
	if !ok || ofSDK(c.Pass.TypesInfo.TypeOf(id)) {
		return false
	}
	obj, uses := c.Pass.TypesInfo.Uses[id], 0
	for _, f := range c.Pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				_, base := ast.Unparen(sel.X).(*ast.Ident)
				return !base // a field of it
			}
			if use, ok := n.(*ast.Ident); ok && c.Pass.TypesInfo.Uses[use] == obj {
				uses++
			}
			return true
		})
	}
	return uses > 1
}

// ofSDK reports whether t, or what it points to, is a type of an SDK.
func ofSDK(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && customerio.IsSDK(n.Obj().Pkg())
}

func (c *Check) usedBetween(obj types.Object, from, to token.Pos) bool {
	for id, o := range c.Pass.TypesInfo.Uses {
		if o == obj && from <= id.Pos() && id.Pos() < to {
			return true
		}
	}
	return false
}

// descend follows a path through literals as they stand in the source. Of a
// list it returns every element; nothing if it loses the way at one.
func (c *Check) descend(e ast.Expr, p content.Path) []ast.Expr {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		return c.descend(u.X, p)
	}
	if len(p) == 0 {
		return []ast.Expr{e}
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var all []ast.Expr
	for _, el := range lit.Elts {
		kv, keyed := el.(*ast.KeyValueExpr)
		switch {
		case p[0].Kind == content.Elem && !keyed:
		case keyed && c.selects(p[0], lit, kv.Key):
			el = kv.Value
		case keyed && p[0].Kind != content.Elem:
			continue
		default:
			return nil
		}
		found := c.descend(el, p[1:])
		if len(found) == 0 || len(all) > 0 && p[0].Kind != content.Elem {
			return nil
		}
		all = append(all, found...)
	}
	return all
}

// selects reports whether key is what s selects of a literal: a field, an
// entry, or the field that has that name in JSON.
func (c *Check) selects(s content.Sel, lit *ast.CompositeLit, key ast.Expr) bool {
	if id, ok := key.(*ast.Ident); ok && s.Kind == content.Field {
		return id.Name == s.Name
	}
	if s.Kind != content.Key {
		return false
	}
	if st, ok := types.Unalias(c.Pass.TypesInfo.TypeOf(lit)).Underlying().(*types.Struct); ok {
		id, _ := key.(*ast.Ident)
		return id != nil && jsonName(st, id.Name) == s.Name
	}
	v := c.Pass.TypesInfo.Types[key].Value
	return v != nil && v.Kind() == constant.String && constant.StringVal(v) == s.Name
}

// jsonName is the name of a field in JSON.
func jsonName(s *types.Struct, field string) string {
	for i := range s.NumFields() {
		if s.Field(i).Name() == field {
			name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
			if name == "" {
				return field
			}
			return name
		}
	}
	return ""
}

// literalOf is the map literal with the entry written at pos, if all that the
// literal is for is this payload: it stands within the call that leads to the
// sink, in a field of a request of the SDK, or is encoded for one use.
func (c *Check) literalOf(inst *flow.Instance, pos token.Pos) ast.Expr {
	call, ok := inst.Call.(ssa.CallInstruction)
	path := c.source.around(pos)
	if !ok || len(path) == 0 {
		return nil
	}
	src := c.Flow.CallExpr(call)
	var lit ast.Expr
	for i, n := range path {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if c.repairs.fixer.Sanitizable(n) && !c.isPart(path[:i], inst) {
				lit = n
			}
		case *ast.KeyValueExpr:
			if c.sdkField(n.Key) {
				return lit
			}
		case *ast.AssignStmt:
			if sel, ok := ast.Unparen(n.Lhs[0]).(*ast.SelectorExpr); ok && len(n.Lhs) == 1 && c.sdkField(sel.Sel) {
				return lit
			}
			if c.encodesOnce(n) {
				return lit
			}
			return nil
		case *ast.CallExpr:
			if n == src {
				return lit
			}
		case *ast.FuncLit, ast.Stmt:
			return nil
		}
	}
	return nil
}

// isPart reports whether the way up from the entry has passed the key that
// the sink's payload stands under: what is further out is not payload.
func (c *Check) isPart(path []ast.Node, inst *flow.Instance) bool {
	p := inst.Sink.Path
	if len(p) == 0 || p[len(p)-1].Kind != content.Key {
		return false
	}
	for _, n := range path[1:] {
		if kv, ok := n.(*ast.KeyValueExpr); ok {
			if v := c.Pass.TypesInfo.Types[kv.Key].Value; v != nil && v.Kind() == constant.String && constant.StringVal(v) == p[len(p)-1].Name {
				return true
			}
		}
	}
	return false
}

// sdkField reports whether key names a field of a struct of an SDK.
func (c *Check) sdkField(key ast.Expr) bool {
	id, ok := key.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.Pass.TypesInfo.Uses[id].(*types.Var)
	return ok && v.IsField() && customerio.IsSDK(v.Pkg())
}

// encodesOnce reports whether a statement encodes something as JSON for one
// use: b, err := json.Marshal(...).
func (c *Check) encodesOnce(n *ast.AssignStmt) bool {
	call, ok := ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
	id, named := n.Lhs[0].(*ast.Ident)
	if !ok || !named || n.Tok != token.DEFINE {
		return false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	fn, ok := c.Pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.FullName() != "encoding/json.Marshal" {
		return false
	}
	uses := 0
	for _, o := range c.Pass.TypesInfo.Uses {
		if o == c.Pass.TypesInfo.Defs[id] {
			uses++
		}
	}
	return uses == 1
}
