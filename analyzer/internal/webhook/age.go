package webhook

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// A drift says how a number or a time moves while a request gets older.
type drift int8

const (
	noDrift drift = 0  // not at all, or it is not known
	grows   drift = 1  // as the clock does, and as now minus timestamp
	shrinks drift = -1 // as timestamp minus now
)

// driftOf is a value's drift; that of the clock and the timestamp is seen
// from the other.
func driftOf(v *value) drift {
	switch {
	case v.Const != nil:
		return noDrift
	case v.Marks&age != 0:
		return noteOf(v).drift
	case v.Marks&timestamp != 0 && v.Marks&clock == 0:
		return shrinks
	case v.Marks&clock != 0 && v.Marks&timestamp == 0:
		return grows
	}
	return noDrift
}

// driftBetween is the drift of a minus b.
func driftBetween(a, b *value) drift {
	switch da, db := driftOf(a), driftOf(b); {
	case da == db:
		return noDrift
	case db == noDrift:
		return da
	default:
		return -db
	}
}

// meetsClock reports whether an operator on two values brings the timestamp
// and the clock together, or two values of which one may be the clock.
func meetsClock(a, b *value) bool {
	m := a.Marks | b.Marks
	return m&timestamp != 0 && (m&clock != 0 || a.Const == nil && b.Const == nil)
}

// arithmetic keeps what is known of ages and times.
func arithmetic(st *state, in *ssa.BinOp, a, b, v *value) *value {
	seconds := noteOf(a).seconds || noteOf(b).seconds
	if in.Op == token.SUB && meetsClock(a, b) {
		v = symexec.Join(nil, st.Fresh("age"), a, b).With(age)
		return annotated(v, func(n *note) { n.drift, n.seconds = driftBetween(a, b), seconds })
	}
	if v.Marks&timestamp != 0 && v.Marks&clock != 0 {
		v = v.With(age)
	}
	if in.Op == token.ADD && (a.Const != nil || b.Const != nil) || in.Op == token.SUB && b.Const != nil { // moved, not changed
		v = annotated(v, func(n *note) { n.drift, n.seconds = noteOf(a).drift+noteOf(b).drift, seconds })
	}
	return v
}

// negated turns the drift of a number round.
func negated(in *ssa.UnOp, v, out *value) *value {
	return annotated(out, func(n *note) {
		n.drift = noDrift
		if in.Op == token.SUB {
			n.drift = -noteOf(v).drift
		}
	})
}

// relation notes how the timestamp and other proofs of the sender are
// compared, and returns the test of the age that this is; nil if it is none.
func relation(st *state, in *ssa.BinOp, a, b *value) *value {
	if v := isHeaderName(a, b); v != nil && (in.Op == token.EQL || in.Op == token.NEQ) {
		same, _ := v.AsBool()
		return symexec.Bool(same == (in.Op == token.EQL))
	}
	m := a.Marks | b.Marks
	ordered := in.Op != token.EQL && in.Op != token.NEQ
	switch {
	case !ordered && m&age != 0:
		pathOf(st).mayCheckAge()
	case ordered && (m&age != 0 || meetsClock(a, b)):
		pathOf(st).checksAge()
		if !canRefuse(a, b) {
			return ageTest(st, in, never)
		}
		return ageTest(st, in, boundedBy(in.Op, driftBetween(a, b)))
	}
	noteAuthentication(st, in, a, b)
	return nil
}

// noteAuthentication notes that something else of the request than
// Customer.io's headers is compared with what is not in the source: another
// way to know the sender.
func noteAuthentication(st *state, in *ssa.BinOp, a, b *value) {
	for _, v := range []*value{a, b} {
		if s, ok := v.AsText(); ok && s == "" || isNil(v) {
			return
		}
	}
	if ssautil.HoldsText(in.X.Type()) && (a.Marks|b.Marks)&otherAuth != 0 {
		pathOf(st).unsure = true
	}
}

// longestWait is no number of seconds that anybody waits, but one of
// nanoseconds.
const longestWait = 1e8

// canRefuse reports whether a comparison can refuse what is old: not one of
// seconds with a number of another unit.
func canRefuse(a, b *value) bool {
	for _, p := range [][2]*value{{a, b}, {b, a}} {
		if noteOf(p[0]).seconds && p[1].Const != nil && constant.Compare(constant.ToFloat(p[1].Const), token.GTR, constant.MakeFloat64(longestWait)) {
			return false
		}
	}
	return true
}

// A bound says when a test of the age means that the request is not old.
type bound string

const (
	undecided bound = "?"
	whenTrue  bound = "+"
	whenNot   bound = "-"
	never     bound = "0"
)

// boundedBy is the bound that an operator makes between two values which
// drift apart by d.
func boundedBy(op token.Token, d drift) bound {
	if op == token.GTR || op == token.GEQ {
		d = -d
	}
	switch d {
	case grows:
		return whenTrue
	case shrinks:
		return whenNot
	}
	return undecided
}

// testsAge begins the keys of tests of the age; their bound comes next.
const testsAge = "age"

// ageTest is the truth of a comparison of the timestamp with the clock.
func ageTest(st *state, at ssa.Instruction, b bound) *value {
	return symexec.Answer(st.Fresh(testsAge+string(b)+ssautil.InstructionKey(at)), false)
}

// sinceTimestamp is how long ago the timestamp is, or in how long it will be.
func sinceTimestamp(st *state, c *call) *value {
	v := symexec.Join(nil, st.Fresh("age"), c.Args...)
	if v.Marks&timestamp == 0 {
		return v
	}
	return annotated(v.With(age|clock), func(n *note) {
		n.drift = grows
		if c.Fn.Name() == "Until" {
			n.drift = shrinks
		}
	})
}

// timesMeet compares or subtracts two times.
func timesMeet(st *state, c *call) *value {
	v := symexec.Join(nil, st.Fresh("between"), c.All()...)
	if v.Marks&timestamp == 0 || v.Marks&clock == 0 {
		return symexec.Typed(st, v, c.Result)
	}
	d := driftBetween(c.Recv, c.Args[0])
	pathOf(st).checksAge()
	switch c.Fn.Name() {
	case "Before":
		return ageTest(st, c.In, boundedBy(token.LSS, d))
	case "After":
		return ageTest(st, c.In, boundedBy(token.GTR, d))
	}
	return annotated(symexec.Typed(st, v, c.Result).With(age), func(n *note) { n.drift = d })
}
