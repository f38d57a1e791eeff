package verify

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// compares reports whether an operator compares the signature with something.
func (x *run) compares(st *state, in *ssa.BinOp) bool {
	if in.Op != token.EQL && in.Op != token.NEQ {
		return false
	}
	f := st.top()
	a, b := f.get(in.X), f.get(in.Y)
	if folded(a, b) || folded(b, a) {
		return true
	}
	t := in.X.Type()
	element := types.Identical(t.Underlying(), types.Typ[types.Uint8])
	return (isText(t) || element) && x.isComparison(st, a, b, false)
}

// folded: differences of all bytes were put together, and are compared with 0.
func folded(v, zero *value) bool {
	i, ok := zero.int()
	return ok && i <= 1 && v.k == nil && v.lenOf == nil && v.marks&signature != 0 && v.marks&digest != 0
}

// isComparison reports whether the signature is compared with what it should
// be: a MAC, or something unknown that was made of the message or is called
// so. What compares safely is there to compare with that.
func (x *run) isComparison(st *state, a, b *value, safe bool) bool {
	if a.k != nil || b.k != nil || a.null == isNil || b.null == isNil {
		return false
	}
	sig, with := st.gather(a, map[string]bool{}), st.gather(b, map[string]bool{})
	if sig.marks&signature == 0 {
		sig, with = with, sig
		b = a
	}
	switch {
	case sig.marks&signature == 0:
		return false
	case with.marks&digest != 0:
		return true
	case with.marks&signature != 0:
		return false
	}
	return safe || with.marks&(body|timestamp) != 0 || expected[firstWord(b.lastName())] || isSecret(b)
}

var expected = words("expected want wanted computed calculated mac hmac digest sum hash actual")

func (x *run) compareOp(st *state, in *ssa.BinOp, k then) {
	f := st.top()
	a, b := f.get(in.X), f.get(in.Y)
	eq := in.Op == token.EQL
	safe := false
	if i, ok := b.int(); ok && folded(a, b) {
		eq = eq == (i == 0)
		safe = true
	} else if i, ok := a.int(); ok && folded(b, a) {
		eq = eq == (i == 0)
		safe = true
	}
	x.compare(st, comparison{at: in, a: a, b: b, how: in.Op.String(), safe: safe}, boolOf(eq), boolOf(!eq), k)
}

// A comparison is one of the signature with what it should be.
type comparison struct {
	at   ssa.Instruction
	a, b *value
	how  string
	safe bool
}

// compare splits the path by the verdict.
func (x *run) compare(st *state, c comparison, same, different *value, k then) {
	a, b := st.gather(c.a, map[string]bool{}), st.gather(c.b, map[string]bool{})
	if a.marks&signature == 0 || a.sum != nil && b.sum == nil {
		a, b = b, a
	}
	x.judgeComparison(st, c, a, b)
	x.verdicts(st, c.at, same, different, k)
}

// verdicts goes on with a good and with a bad verdict.
func (x *run) verdicts(st *state, at ssa.Instruction, same, different *value, k then) {
	x.entry(st).compared = true
	for _, a := range st.acts {
		a.later = true
	}
	st.trace = nil
	for _, f := range st.frames {
		st.trace = append(st.trace, site{f.id, f.at})
		x.judging[f.fn] = true
	}
	st.judgedAt = st.steps
	fails := st.clone()
	if fails.verdict != good {
		fails.verdict = bad
	}
	k(fails, different)
	if st.facts[emptySignature] {
		return // no MAC is empty
	}
	st.verdict = good
	st.facts[emptySignature] = false
	k(st, same)
}

// judgeComparison looks at how and with what the signature is compared.
func (x *run) judgeComparison(st *state, c comparison, sig, with *value) {
	if s := inner(with.sum); s != nil && s.keyed {
		x.keys[keyName(s.key)] = true
	}
	both := sig.sum != nil && with.sum != nil // hashes of both, which tell nothing
	if !c.safe && !both {
		x.problem(Problem{Kind: Unsafe, At: c.at, How: c.how})
	}
	s := inner(with.sum)
	switch {
	case s == nil:
		if with.marks&(unknown|body|digest) == 0 && (isSecret(c.a) || isSecret(c.b)) {
			x.problem(Problem{Kind: NoMAC, At: c.at})
		}
		x.entry(st).unknownMAC = true
		return
	case !s.keyed && s.alg != "":
		if len(s.parts) > 1 || isRawBody(partOrNone(s.parts)) {
			x.problem(Problem{Kind: PlainHash, At: c.at})
		}
		return
	case s.alg != "" && s.alg != "sha256":
		x.problem(Problem{Kind: OtherHash, At: c.at, How: s.alg})
		return
	}
	e := x.entry(st)
	if kind := message(s.parts); kind != "" {
		e.signed = append(e.signed, signed{kind, c.at, st.frames[st.handlerFrame()].at})
		return
	}
	e.signed = append(e.signed, signed{"", c.at, nil})
	for _, p := range s.parts {
		if p.v != nil && p.v.marks&timestamp != 0 {
			e.signedTime = append(e.signedTime, c.at)
			return
		}
	}
	e.unknownMAC = true
}

func isSecret(v *value) bool { return v.marks&otherAuth == 0 && strings.HasPrefix(v.name, "env(") }

func partOrNone(ps []part) part {
	if len(ps) == 1 {
		return ps[0]
	}
	return part{}
}

// inner is the MAC of the message, behind hashes that only make it longer to
// compare.
func inner(s *sum) *sum {
	for s != nil {
		var next *sum
		for _, p := range s.parts {
			if p.v != nil && p.v.sum != nil && p.v.marks&signature == 0 {
				next = p.v.sum
			}
		}
		if next == nil || len(s.parts) > 1 {
			return s
		}
		s = next
	}
	return nil
}

func keyName(k *value) string {
	if k == nil {
		return ""
	}
	return baseName(k.name)
}

// baseName is the name of what an element belongs to: a key of a list is
// missing when the list is empty.
func baseName(n string) string {
	for {
		i := strings.LastIndexByte(n, '[')
		if i <= 0 || !strings.HasSuffix(n, "]") {
			return n
		}
		n = n[:i]
	}
}

const (
	emptySignature = "empty:signature"
	emptyTimestamp = "empty:timestamp"
)

// malformed begins the names of errors about a header that cannot be parsed.
const malformed = "malformed "

// emptyKey names the test whether v is empty.
func (x *run) emptyKey(st *state, v *value) string {
	switch m := st.marksOf(v); {
	case m&signature != 0 && m&(digest|body) == 0:
		return emptySignature
	case m&timestamp != 0 && m&(body|digest|clock) == 0:
		return emptyTimestamp
	}
	if v.name == "" {
		return x.freshName("empty")
	}
	return "empty:" + baseName(v.name)
}

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
			return join(nil, x.freshName("age"), a, b).with(age)
		}
	}
	v := join(in.Type(), "("+a.name+in.Op.String()+b.name+")", a, b)
	if v.marks&timestamp != 0 && v.marks&clock != 0 {
		v = v.with(age)
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
	x.meets(st, in.Op, a, b)
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

// meets notes that the timestamp is compared with the clock.
func (x *run) meets(st *state, op token.Token, a, b *value) {
	m := a.marks | b.marks
	order := op != token.EQL && op != token.NEQ
	if m&age != 0 || order && m&timestamp != 0 && (m&clock != 0 || a.k == nil && b.k == nil) {
		x.isFresh(st)
	}
}

func (x *run) isFresh(st *state) {
	st.fresh = true
	x.fresh = true
	x.entry(st).fresh = true
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
