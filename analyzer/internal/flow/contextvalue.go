package flow

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// contextCall carries out a call that puts a value into a context, or looks for
// one in it. A context holds each value as it is, under what its key is known by.
func (i *invocation) contextCall() ([]*value, *state, bool) {
	switch i.fn.FullName() {
	case "context.WithValue": // func(parent Context, key, val any) Context
		return i.withEntry(i.contextKey(1), i.args[2])
	case "(*net/http.Request).WithContext": // func(ctx context.Context) *http.Request
		return i.withEntry(i.f.a.in.id(requestContext), i.args[1])
	case "(context.Context).Value": // func(key any) any
		return i.entryOf(i.contextKey(1))
	case "(*net/http.Request).Context": // func() context.Context
		return i.entryOf(i.f.a.in.id(requestContext))
	}
	return nil, nil, false
}

// requestContext is where a request has its context.
var requestContext = content.Sel{Kind: content.Field, Name: "ctx"}

// withEntry gives a copy of argument 0, with another value at a selector.
func (i *invocation) withEntry(sel selID, val *value) ([]*value, *state, bool) {
	o := i.object(0, i.com.Signature().Results().At(0).Type())
	if held := i.f.copied(i.s, i.args[0], nil); held != nil {
		i.s = i.s.with(o, held)
	}
	made := refTo(place{obj: o})
	i.s = i.f.put(made, sel, val, i.in.Pos(), sel != anyKey, i.s)
	return []*value{made}, i.s, true
}

// entryOf gives what argument 0 has at a selector.
func (i *invocation) entryOf(sel selID) ([]*value, *state, bool) {
	t := i.com.Signature().Results().At(0).Type()
	v := i.f.loadAll(&value{c: content.Nothing, refs: i.f.places(i.args[0], sel)}, t, i.s)
	if len(i.args[0].refs) == 0 {
		v = i.opaque(0, t, unknownValue())
	}
	return []*value{v}, i.s, true
}

// contextKey is the selector for the key in argument k: a constant, a variable, or
// the type that no other package has.
func (i *invocation) contextKey(k int) selID {
	v := ssautil.Args(i.com)[k]
	if boxed, ok := v.(*ssa.MakeInterface); ok {
		v = boxed.X
	}
	name := types.TypeString(v.Type(), nil)
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			name += " " + constant.StringVal(v.Value)
		} else if v.Value != nil {
			name += " " + v.Value.ExactString()
		}
	case *ssa.UnOp:
		g, ok := v.X.(*ssa.Global)
		if !ok && !isEmpty(v.Type()) {
			return anyKey
		}
		if ok {
			name += " " + g.String()
		}
	default:
		if !isEmpty(v.Type()) {
			return anyKey
		}
	}
	return i.f.a.in.id(content.Sel{Kind: content.Key, Name: "context " + name})
}

// isContext reports whether t is the type of contexts.
func isContext(t types.Type) bool { return ssautil.IsNamed(t, "context", "Context") }

// isEmpty reports whether all values of type t are the same.
func isEmpty(t types.Type) bool {
	s, ok := t.Underlying().(*types.Struct)
	return ok && s.NumFields() == 0
}
