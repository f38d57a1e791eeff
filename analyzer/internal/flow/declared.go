package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// What the user declares outranks what names say: a function whose results
// are of a class, a variable, a type, a field.

// source returns the class that the user gives to obj.
func (a *Analysis) source(obj types.Object) (pii.Class, bool) {
	if a.cfg.Source == nil || obj == nil {
		return pii.Keep, false
	}
	return a.cfg.Source(obj)
}

// declaredBy returns the function or variable that v comes from, nil if there
// is none: v is a call, one of its results, a global variable or its value.
func declaredBy(v ssa.Value) types.Object {
	switch v := v.(type) {
	case *ssa.Call:
		if fn := ssautil.Callee(v.Common()); fn != nil {
			return fn
		}
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok && !types.Identical(v.Type(), ssautil.ErrorType) {
			return declaredBy(call)
		}
	case *ssa.Global:
		return v.Object()
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			return g.Object()
		}
	}
	return nil
}

// declared is the part of root at q, with what the user says of where it
// comes from.
func (a *Analysis) declared(root ssa.Value, q content.Path, c *content.Content) *content.Content {
	if a.cfg.Source == nil {
		return c
	}
	obj := declaredBy(root)
	class, ok := a.source(obj)
	if !ok {
		return c
	}
	if t := typeAt(root.Type(), q); t != nil && ssautil.SaysNothing(t) {
		return c
	}
	return classed(c, class, obj.Name(), root.Pos())
}

// typedSource is the part of v at q, with what the user says of its type.
func (a *Analysis) typedSource(v ssa.Value, q content.Path, c *content.Content) *content.Content {
	if a.cfg.Source == nil || c.Settled() && c.Empty() {
		return c
	}
	t := typeAt(v.Type(), q)
	if t == nil {
		return c
	}
	if n := ssautil.Named(t); n != nil {
		if class, ok := a.source(n.Obj()); ok {
			return classed(c, class, n.Obj().Name(), v.Pos())
		}
	}
	return c
}

// excused reports whether the user says that v is harmless whatever it is
// called.
func (a *Analysis) excused(v ssa.Value) bool {
	class, ok := a.source(declaredBy(v))
	if n := ssautil.Named(v.Type()); !ok && n != nil {
		class, ok = a.source(n.Obj())
	}
	return ok && class == pii.Keep
}

// classed is c as data of a class; what is harmless has no origins.
func classed(c *content.Content, class pii.Class, name string, pos token.Pos) *content.Content {
	if class != pii.Keep {
		return withOrigin(c, content.Origin{Name: name, Class: class, Pos: pos})
	}
	n := *c
	n.Origins = nil
	return &n
}

// tag returns the pii tag that holds for a field: what the user says of the
// field, else of its name where the struct has a tag, else that tag. The
// sanitizer's options outrank tags in the same way.
func (a *Analysis) tag(f *types.Var, name, tag string) string {
	if class, ok := a.source(f); ok {
		return tagFor[class]
	}
	if tag != "" && a.cfg.Decided != nil {
		if class, ok := a.cfg.Decided(name); ok {
			return tagFor[class]
		}
	}
	return tag
}

var tagFor = map[pii.Class]string{pii.Keep: "allow", pii.Hash: "hash", pii.NeverSend: "never"}
