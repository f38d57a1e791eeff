package flow

import (
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/internal/keyclass"
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
		if call, ok := v.Tuple.(*ssa.Call); ok && !ssautil.IsErrorType(v.Type()) {
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

// namingByType is what the user says of the type of v.
func (a *Analysis) namingByType(v ssa.Value) (naming, bool) {
	if a.cfg.Source == nil {
		return naming{}, false
	}
	n := ssautil.Named(v.Type())
	if n == nil {
		return naming{}, false
	}
	class, ok := a.source(n.Obj())
	if !ok {
		return naming{}, false
	}
	return a.classed(class, n.Obj().Name(), v.Pos()), true
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

// classed is what the user says of a value: that it is of a class.
func (a *Analysis) classed(class pii.Class, name string, pos token.Pos) naming {
	if class == pii.Keep {
		return naming{clear: true}
	}
	return naming{origins: []content.Origin{{Name: name, Class: class, Pos: pos}}, tagged: true}
}

// mark returns what is said of a field: by the user of the field, else of its
// name where the struct has a tag, else by its tags. The sanitizer's options
// outrank tags in the same way.
func (a *Analysis) mark(f *types.Var, name string, tag reflect.StructTag) keyclass.Mark {
	if class, ok := a.source(f); ok {
		return markFor(class)
	}
	m := a.cfg.Mark(tag)
	if !m.IsNone() && a.cfg.Decided != nil {
		if class, ok := a.cfg.Decided(name); ok {
			return markFor(class)
		}
	}
	return m
}

func markFor(class pii.Class) keyclass.Mark {
	return keyclass.Mark{Class: class, Allow: class == pii.Keep}
}
