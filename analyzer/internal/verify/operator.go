package verify

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// binop computes an operator that does not compare the signature.
func (x *run) binop(st *state, in *ssa.BinOp) *value {
	f := st.top()
	a, b := f.get(in.X), f.get(in.Y)
	if v := foldConst(in, a, b); v != nil {
		return v
	}
	switch in.Op {
	case token.EQL, token.NEQ, token.LSS, token.GTR, token.LEQ, token.GEQ:
		return x.relation(st, in, a, b)
	case token.ADD:
		if isString(in.X.Type()) {
			return textValue(append(append([]part(nil), st.text(a)...), st.text(b)...))
		}
	case token.OR, token.XOR:
		// v |= 0 and v ^ 0 leave v
	case token.SUB:
		m := a.marks | b.marks
		if m&timestamp != 0 && (m&clock != 0 || a.k == nil && b.k == nil) {
			v := join(nil, x.freshName("age"), a, b).with(age)
			return v.as(func(c *value) { c.drift, c.seconds = apart(a, b), a.seconds || b.seconds })
		}
	}
	v := join(in.Type(), "("+a.name+in.Op.String()+b.name+")", a, b)
	if v.marks&timestamp != 0 && v.marks&clock != 0 {
		v = v.with(age)
	}
	if in.Op == token.ADD && (a.k != nil || b.k != nil) || in.Op == token.SUB && b.k != nil { // moved, not changed
		v.drift, v.seconds = a.drift+b.drift, a.seconds || b.seconds
	}
	return v
}

// foldConst computes an operator on constants.
func foldConst(in *ssa.BinOp, a, b *value) *value {
	if a.k == nil || b.k == nil || a.k.Kind() != b.k.Kind() || a.k.Kind() == constant.Unknown {
		return nil
	}
	switch in.Op {
	case token.EQL, token.NEQ, token.LSS, token.GTR, token.LEQ, token.GEQ:
		if a.k.Kind() == constant.Bool && in.Op != token.EQL && in.Op != token.NEQ {
			return nil
		}
		return boolOf(constant.Compare(a.k, in.Op, b.k))
	case token.SHL, token.SHR, token.AND_NOT:
		return nil
	case token.QUO, token.REM:
		if constant.Sign(b.k) == 0 {
			return nil
		}
		if in.Op == token.QUO && a.k.Kind() == constant.Int {
			return constOf(constant.BinaryOp(a.k, token.QUO_ASSIGN, b.k))
		}
	case token.ADD:
	default:
		if a.k.Kind() != constant.Int && a.k.Kind() != constant.Float {
			return nil
		}
		if a.k.Kind() == constant.Float && in.Op != token.SUB && in.Op != token.MUL {
			return nil
		}
	}
	if a.k.Kind() == constant.Bool {
		return nil
	}
	return constOf(constant.BinaryOp(a.k, in.Op, b.k))
}

// relation computes a comparison that is not one of the signature.
func (x *run) relation(st *state, in *ssa.BinOp, a, b *value) *value {
	if v := x.meets(st, in, a, b); v != nil {
		return v
	}
	x.authenticates(st, in, a, b)
	if b.null != isNil && (a.k != nil || a.null == isNil) {
		a, b = b, a
		if in.Op != token.EQL && in.Op != token.NEQ {
			return x.order(st, mirrored[in.Op], a, b)
		}
	}
	if in.Op != token.EQL && in.Op != token.NEQ {
		return x.order(st, in.Op, a, b)
	}
	neg := in.Op == token.NEQ
	if isBool(in.X.Type()) {
		if v, ok := b.bool(); ok && a.about != nil {
			return a.as(func(c *value) { c.about = &test{a.about.key, a.about.neg != (neg == v)} })
		}
	}
	if b.null == isNil {
		return x.nilTest(st, in, a, neg)
	}
	if a.lenOf != nil {
		if n, ok := b.int(); ok && n == 0 {
			return x.emptyTest(st, a.lenOf, neg)
		} else if ok {
			return decide(st, "len:"+a.lenOf.name+"="+b.k.ExactString(), neg)
		}
		if b.lenOf != nil {
			return x.sameLength(st, a.lenOf, b.lenOf, neg)
		}
	}
	if s, ok := b.string(); ok && s == "" {
		return x.emptyTest(st, a, neg)
	}
	if b.k != nil && a.name != "" {
		return decide(st, "eq:"+a.name+"="+b.k.ExactString(), neg)
	}
	if a.name != "" && b.name != "" {
		return decide(st, "eq:"+min(a.name, b.name)+"="+max(a.name, b.name), neg)
	}
	return &value{about: &test{key: x.freshName("eq")}}
}

// sameLength: a signature as long as a MAC is not empty.
func (x *run) sameLength(st *state, a, b *value, neg bool) *value {
	if (a.marks|b.marks)&signature != 0 && (a.sum != nil || b.sum != nil) {
		return decide(st, asLongAsMAC, neg)
	}
	return &value{about: &test{"len:" + a.name + "=" + b.name, neg}}
}

const asLongAsMAC = "len:signature=mac"

var mirrored = map[token.Token]token.Token{token.LSS: token.GTR, token.GTR: token.LSS, token.LEQ: token.GEQ, token.GEQ: token.LEQ}

// decide is the answer to a test, or the test if the path has not decided it.
func decide(st *state, key string, neg bool) *value {
	v := &value{about: &test{key, neg}}
	if b, ok := st.facts[key]; ok {
		v.k = constant.MakeBool(b != neg)
	}
	return v
}

func (x *run) emptyTest(st *state, a *value, neg bool) *value {
	if a.sum != nil && a.marks&signature == 0 {
		return boolOf(neg)
	}
	for _, p := range st.text(a) {
		if p.lit != "" {
			return boolOf(neg)
		}
	}
	key := x.emptyKey(st, a)
	if key == emptySignature && st.facts[asLongAsMAC] {
		return boolOf(neg)
	}
	return decide(st, key, neg)
}

func (x *run) nilTest(st *state, in *ssa.BinOp, a *value, neg bool) *value {
	switch {
	case a.null == isNil:
		return boolOf(!neg)
	case a.null == notNil || a.fn != nil:
		return boolOf(neg)
	}
	if isText(in.X.Type()) && !isError(in.X.Type()) {
		return x.emptyTest(st, a, neg)
	}
	if _, ok := in.X.Type().Underlying().(*types.Slice); ok && a.name != "" {
		return decide(st, "empty:"+baseName(a.name), neg)
	}
	if a.name == "" {
		return &value{about: &test{key: x.freshName("nil")}}
	}
	return decide(st, "nil:"+a.name, neg)
}

// order computes <, >, <= and >= with b a constant if one of them is.
func (x *run) order(st *state, op token.Token, a, b *value) *value {
	n, ok := b.int()
	if a.lenOf == nil || !ok {
		return &value{about: &test{key: x.freshName("less")}}
	}
	switch {
	case op == token.GTR && n == 0 || op == token.GEQ && n == 1:
		return x.emptyTest(st, a.lenOf, true)
	case op == token.LSS && n == 1 || op == token.LEQ && n == 0:
		return x.emptyTest(st, a.lenOf, false)
	}
	return &value{about: &test{"len:" + a.lenOf.name + op.String() + b.k.ExactString(), false}}
}

// authenticates notes that something else of the request than Customer.io's
// headers is compared with what is not in the source: another way to know the
// sender.
func (x *run) authenticates(st *state, in *ssa.BinOp, a, b *value) {
	for _, v := range []*value{a, b} {
		if s, ok := v.string(); ok && s == "" || v.null == isNil {
			return
		}
	}
	if isText(in.X.Type()) && (a.marks|b.marks)&otherAuth != 0 {
		st.maybe = true
	}
}
