package webhook

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// compareOperator executes an == or != that compares the signature with
// something.
func compareOperator(st *state, in *ssa.BinOp, a, b *value, k continuation) bool {
	same := symexec.Bool(in.Op.String() == "==")
	different := symexec.Bool(in.Op.String() != "==")
	c := comparison{at: in, a: a, b: b, how: in.Op.String()}
	zero, folded := foldedWith(a, b)
	switch {
	case folded:
		c.constantTime = true
		if zero != 0 { // subtle returns 1 for equal texts
			same, different = different, same
		}
	case !comparesText(in.X.Type()):
		return false
	default:
		noteProbed(st, a, b)
		if !isComparison(st, a, b, false) {
			return false
		}
	}
	split(st, c, same, different, k)
	return true
}

func comparesText(t types.Type) bool {
	return ssautil.HoldsText(t) || types.Identical(t.Underlying(), types.Typ[types.Uint8])
}

// foldedWith reports whether the differences of all bytes were put together
// and are compared with a number, and with which.
func foldedWith(a, b *value) (n int64, ok bool) {
	if isFolded(a, b) {
		n, _ = b.AsInt()
		return n, true
	}
	if isFolded(b, a) {
		n, _ = a.AsInt()
		return n, true
	}
	return 0, false
}

func isFolded(v, number *value) bool {
	i, ok := number.AsInt()
	return ok && i <= 1 && v.Const == nil && v.LenOf == nil && v.Marks&signature != 0 && v.Marks&digest != 0
}

// isComparison reports whether the signature is compared with what it should
// be: a MAC, or something unknown that was made of the message or is called
// so. What compares in constant time is there to compare with that.
func isComparison(st *state, a, b *value, constantTime bool) bool {
	if a.Const != nil || b.Const != nil || isNil(a) || isNil(b) {
		return false
	}
	sig, with := st.Gather(a), st.Gather(b)
	if sig.Marks&signature == 0 {
		sig, with = with, sig
		b = a
	}
	switch {
	case sig.Marks&signature == 0:
		return false
	case with.Marks&digest != 0:
		return true
	case with.Marks&signature != 0:
		return false
	}
	return constantTime || with.Marks&(body|timestamp) != 0 || expectedWords[firstWord(b.LastName())] || isSecret(b)
}

// A comparator is a function that compares two texts.
type comparator struct {
	constantTime     bool
	equal, different *value // what it returns
	partial          bool   // it looks for one text in the other
}

var (
	whenEqualTrue = func(constantTime, partial bool) comparator {
		return comparator{constantTime, symexec.Bool(true), symexec.Bool(false), partial}
	}
	whenEqualZero = comparator{false, symexec.Int(0), symexec.Int(-1), false}
)

// comparators lists what compares texts.
var comparators = map[string]comparator{
	"crypto/hmac.Equal":                 whenEqualTrue(true, false),
	"crypto/subtle.ConstantTimeCompare": {true, symexec.Int(1), symexec.Int(0), false},
	"bytes.Equal":                       whenEqualTrue(false, false),
	"bytes.EqualFold":                   whenEqualTrue(false, false),
	"bytes.HasPrefix":                   whenEqualTrue(false, true),
	"bytes.Contains":                    whenEqualTrue(false, true),
	"bytes.Compare":                     whenEqualZero,
	"strings.Compare":                   whenEqualZero,
	"cmp.Compare":                       whenEqualZero,
	"strings.EqualFold":                 whenEqualTrue(false, false),
	"strings.HasPrefix":                 whenEqualTrue(false, true),
	"strings.HasSuffix":                 whenEqualTrue(false, true),
	"strings.Contains":                  whenEqualTrue(false, true),
	"reflect.DeepEqual":                 whenEqualTrue(false, false),
	"slices.Equal":                      whenEqualTrue(false, false),
	"slices.Compare":                    whenEqualZero,
}

// compareCall executes a call of a comparator.
func compareCall(st *state, c *call, by comparator, k continuation) {
	a, b := c.Args[0], c.Args[1]
	noteProbed(st, a, b)
	if same := isHeaderName(a, b); same != nil && c.FullName() == "strings.EqualFold" {
		k(st, same)
		return
	}
	m := st.MarksOf(a) | st.MarksOf(b)
	if !isComparison(st, a, b, by.constantTime) || by.partial && m&digest == 0 {
		if m&otherAuth != 0 && !by.partial {
			pathOf(st).unsure = true
		}
		k(st, symexec.UnknownResult(st, c))
		return
	}
	split(st, comparison{at: c.In, a: a, b: b, how: c.Fn.Pkg().Name() + "." + c.Fn.Name(), constantTime: by.constantTime}, by.equal, by.different, k)
}

// A comparison is one of the signature with what it should be.
type comparison struct {
	at           ssa.Instruction
	a, b         *value
	how          string
	constantTime bool
}

// split judges a comparison, and splits the path by its verdict.
func split(st *state, c comparison, same, different *value, k continuation) {
	a, b := st.Gather(c.a), st.Gather(c.b)
	if a.Marks&signature == 0 || noteOf(a).sum != nil && noteOf(b).sum == nil {
		a, b = b, a
	}
	judgeComparison(st, c, a, b)
	splitByVerdict(st, c.at, same, []*value{different}, k)
}

// splitByVerdict goes on with a bad and with a good verdict.
func splitByVerdict(st *state, at ssa.Instruction, same *value, different []*value, k continuation) {
	p := pathOf(st)
	p.entry.compares(choicesOf(st))
	for _, e := range p.effects {
		e.early = true
	}
	p.trace = nil
	for _, f := range st.Frames() {
		p.trace = append(p.trace, tracePoint{f.ID, f.Fn, f.At})
		p.check.comparers[f.Fn] = true
	}
	p.comparedAt = st.Steps()
	for _, d := range different {
		fails := st.Fork()
		if f := pathOf(fails); f.verdict != good {
			f.verdict = bad
		}
		k(fails, d)
	}
	if st.Facts[emptySignature] {
		return // no MAC is empty
	}
	p.verdict = good
	st.Facts[emptySignature] = false
	k(st, same)
}

// judgeComparison looks at how and with what the signature is compared.
func judgeComparison(st *state, c comparison, sig, with *value) {
	p := pathOf(st)
	s := innermost(noteOf(with).sum)
	if s != nil && s.keyed {
		p.check.needsKey(s.key)
		judgeKey(st, s.key)
	}
	hashesOfBoth := noteOf(sig).sum != nil && noteOf(with).sum != nil // which tell nothing
	if !c.constantTime && !hashesOfBoth {
		p.check.problem(Problem{Kind: Unsafe, At: c.at, How: c.how})
	}
	if noteOf(c.a).short || noteOf(c.b).short {
		p.check.problem(Problem{Kind: Short, At: c.at})
	}
	switch {
	case s == nil:
		if with.Marks&(unknown|body|digest) == 0 && (isSecret(c.a) || isSecret(c.b)) {
			p.check.problem(Problem{Kind: NoMAC, At: c.at})
		}
	case !s.keyed && s.alg != "":
		if len(s.parts) > 1 || len(s.parts) == 1 && isRawBody(s.parts[0]) {
			p.check.problem(Problem{Kind: PlainHash, At: c.at})
		}
	case s.alg != "" && s.alg != "sha256":
		p.check.problem(Problem{Kind: OtherHash, At: c.at, How: s.alg})
	default:
		judgeMessage(st, c.at, s.parts)
	}
}

// judgeKey looks at a key that comes from the environment, where it may be
// missing: somebody has to have asked. It is reported where it is read, once
// for all that rely on it; of one in a list it is not known where.
func judgeKey(st *state, key *value) {
	if key == nil {
		return
	}
	entryOf(st).leavesKey(st, key)
	if !isSetting(key) {
		return
	}
	name := symexec.BaseName(key.Name)
	if isAskedFor(st, name) {
		return
	}
	reads := checkOf(st).settings[name]
	if read := noteOf(key).read; read != nil {
		reads = []ssa.Instruction{read}
	}
	for _, read := range reads {
		checkOf(st).problem(Problem{Kind: EmptyKey, At: read, How: strings.TrimSuffix(strings.TrimPrefix(name, "env("), ")")})
	}
}

// isSetting reports whether a value is a variable of the environment, or one
// of the texts that it lists.
func isSetting(v *value) bool { return v.Marks&setting != 0 && strings.HasPrefix(v.Name, "env(") }

// isAskedFor reports whether a path knows that a text is not empty, or has
// asked for something else of it, as for its length.
func isAskedFor(st *state, name string) bool {
	for key, holds := range st.Facts {
		if key == "empty:"+name && !holds || key != "empty:"+name && strings.Contains(key, name) {
			return true
		}
	}
	return false
}

// leavesKey notes that a function signs with a key that it is given, and
// leaves it to its callers that there is one.
func (e *entry) leavesKey(st *state, key *value) {
	if e.fn == nil || isAskedFor(st, key.Name) {
		return
	}
	for _, p := range e.fn.Params {
		if key.Name == symexec.OutsideName(e.fn, p.Name()) {
			e.unaskedKey = p.Name()
		}
	}
}

// judgeMessage keeps what a MAC was made of.
func judgeMessage(st *state, at ssa.Instruction, parts []part) {
	e, from := entryOf(st), st.Frames()[handlerFrame(st)].At
	if kind := messageProblem(parts); kind != "" {
		e.signed = append(e.signed, signed{kind, at, from})
		return
	}
	e.signed = append(e.signed, signed{"", at, nil})
	for _, p := range parts {
		if p.V != nil && p.V.Marks&timestamp != 0 {
			e.signedTime = append(e.signedTime, signedTime{at: at, from: from})
			return
		}
	}
}

func isSecret(v *value) bool { return v.Marks&otherAuth == 0 && isSetting(v) }

// innermost is the MAC of the message, behind hashes that only make it longer
// to compare.
func innermost(s *sum) *sum {
	for s != nil {
		var next *sum
		for _, p := range s.parts {
			if p.V != nil && noteOf(p.V).sum != nil && p.V.Marks&signature == 0 {
				next = noteOf(p.V).sum
			}
		}
		if next == nil || len(s.parts) > 1 {
			return s
		}
		s = next
	}
	return nil
}

// needsKey notes what keys come from: who goes on without goes on without a
// key.
func (c *checker) needsKey(keys ...*value) {
	for _, k := range keys {
		if k != nil && k.Name != "" {
			c.keyless["empty:"+symexec.BaseName(k.Name)] = true
		}
	}
}

func isNil(v *value) bool { return v.Null == symexec.IsNil }

func mayBeNil(v *value) bool { return v.Null == symexec.MaybeNil }
