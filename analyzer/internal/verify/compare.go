package verify

import (
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
	x.verdicts(st, c.at, same, []*value{different}, k)
}

// verdicts goes on with a good and with a bad verdict.
func (x *run) verdicts(st *state, at ssa.Instruction, same *value, different []*value, k then) {
	x.entry(st).compares(st.choices)
	for _, a := range st.acts {
		a.later = true
	}
	st.trace = nil
	for _, f := range st.frames {
		st.trace = append(st.trace, site{f.id, f.fn, f.at})
		x.judging[f.fn] = true
	}
	st.judgedAt = st.steps
	for _, d := range different {
		fails := st.clone()
		if fails.verdict != good {
			fails.verdict = bad
		}
		k(fails, d)
	}
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
	if c.a.short || c.b.short {
		x.problem(Problem{Kind: Short, At: c.at})
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
