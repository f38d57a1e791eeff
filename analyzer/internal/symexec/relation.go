package symexec

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// relation computes a comparison: a constant if the path knows the answer,
// else a test.
func relation(st *State, in *ssa.BinOp, a, b *Value) *Value {
	if h := st.run.hooks.Relation; h != nil {
		if v := h(st, in, a, b); v != nil {
			return v
		}
	}
	equality := in.Op == token.EQL || in.Op == token.NEQ
	op := in.Op
	if b.Null != IsNil && (a.Const != nil || a.Null == IsNil) { // the constant to the right
		a, b = b, a
		if !equality {
			op = mirrored[op]
		}
	}
	if !equality {
		return order(st, op, a, b)
	}
	return equal(st, in, a, b, in.Op == token.NEQ)
}

var mirrored = map[token.Token]token.Token{token.LSS: token.GTR, token.GTR: token.LSS, token.LEQ: token.GEQ, token.GEQ: token.LEQ}

// equal computes == or, if it is negated, !=.
func equal(st *State, in *ssa.BinOp, a, b *Value, negated bool) *Value {
	if v, ok := b.AsBool(); ok && ssautil.IsBoolType(in.X.Type()) && a.About != nil {
		return a.Changed(func(c *Value) { c.About = &Test{a.About.Key, a.About.Negated != (negated == v)} })
	}
	if b.Null == IsNil {
		return nilTest(st, in, a, negated)
	}
	if a.LenOf != nil {
		if v := equalLength(st, a, b, negated); v != nil {
			return v
		}
	}
	if s, ok := b.AsText(); ok && s == "" {
		return EmptyTest(st, a, negated)
	}
	if b.Const != nil && a.Name != "" {
		return Decide(st, "eq:"+a.Name+"="+b.Const.ExactString(), negated)
	}
	if a.Name != "" && b.Name != "" {
		return Decide(st, "eq:"+min(a.Name, b.Name)+"="+max(a.Name, b.Name), negated)
	}
	return Answer(st.Fresh("eq"), false)
}

func equalLength(st *State, a, b *Value, negated bool) *Value {
	if n, ok := b.AsInt(); ok && n == 0 {
		return EmptyTest(st, a.LenOf, negated)
	} else if ok {
		return Decide(st, "len:"+a.LenOf.Name+"="+b.Const.ExactString(), negated)
	}
	if b.LenOf == nil {
		return nil
	}
	if h := st.run.hooks.SameLength; h != nil {
		if v := h(st, a.LenOf, b.LenOf, negated); v != nil {
			return v
		}
	}
	return Answer("len:"+a.LenOf.Name+"="+b.LenOf.Name, negated)
}

// Decide is the answer to a test, or the test if the path has not decided it.
func Decide(st *State, key string, negated bool) *Value {
	v := Answer(key, negated)
	if b, ok := st.Facts[key]; ok {
		v.Const = constant.MakeBool(b != negated)
	}
	return v
}

// EmptyTest asks whether a text is empty.
func EmptyTest(st *State, v *Value, negated bool) *Value {
	if h := st.run.hooks.Empty; h != nil {
		if w := h(st, v, negated); w != nil {
			return w
		}
	}
	for _, p := range st.Text(v) {
		if p.Lit != "" {
			return Bool(negated)
		}
	}
	return Decide(st, EmptyKey(st, v), negated)
}

// EmptyKey is the key of the test whether v is empty.
func EmptyKey(st *State, v *Value) string {
	if h := st.run.hooks.EmptyKey; h != nil {
		if key := h(st, v); key != "" {
			return key
		}
	}
	if v.Name == "" {
		return st.Fresh("empty")
	}
	return "empty:" + BaseName(v.Name)
}

// BaseName is the name of what an element belongs to: an element of a list is
// missing when the list is empty.
func BaseName(n string) string {
	for {
		i := strings.LastIndexByte(n, '[')
		if i <= 0 || !strings.HasSuffix(n, "]") {
			return n
		}
		n = n[:i]
	}
}

func nilTest(st *State, in *ssa.BinOp, a *Value, negated bool) *Value {
	switch {
	case a.Null == IsNil:
		return Bool(!negated)
	case a.Null == NotNil || a.Fn != nil:
		return Bool(negated)
	}
	if ssautil.HoldsText(in.X.Type()) {
		return EmptyTest(st, a, negated)
	}
	if _, ok := in.X.Type().Underlying().(*types.Slice); ok && a.Name != "" {
		return Decide(st, "empty:"+BaseName(a.Name), negated)
	}
	if a.Name == "" {
		return Answer(st.Fresh("nil"), false)
	}
	return Decide(st, "nil:"+a.Name, negated)
}

// order computes <, >, <= and >= with b a constant if one of them is.
func order(st *State, op token.Token, a, b *Value) *Value {
	n, ok := b.AsInt()
	if a.LenOf == nil || !ok {
		return Answer(st.Fresh("less"), false)
	}
	switch {
	case op == token.GTR && n == 0 || op == token.GEQ && n == 1:
		return EmptyTest(st, a.LenOf, true)
	case op == token.LSS && n == 1 || op == token.LEQ && n == 0:
		return EmptyTest(st, a.LenOf, false)
	}
	return Answer("len:"+a.LenOf.Name+op.String()+b.Const.ExactString(), false)
}
