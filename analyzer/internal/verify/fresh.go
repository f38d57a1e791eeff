package verify

import (
	"go/constant"
	"go/token"
	"maps"
	"regexp"
	"strings"

	"golang.org/x/tools/go/ssa"
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
	case v.k != nil:
		return noDrift
	case v.marks&age != 0:
		return v.drift
	case v.marks&timestamp != 0 && v.marks&clock == 0:
		return shrinks
	case v.marks&clock != 0 && v.marks&timestamp == 0:
		return grows
	}
	return noDrift
}

// apart is the drift of a minus b.
func apart(a, b *value) drift {
	switch da, db := driftOf(a), driftOf(b); {
	case da == db:
		return noDrift
	case db == noDrift:
		return da
	default:
		return -db
	}
}

// meets notes that the timestamp is compared with the clock, and returns the
// test that this is; nil if it is none.
func (x *run) meets(st *state, in *ssa.BinOp, a, b *value) *value {
	m := a.marks | b.marks
	order := in.Op != token.EQL && in.Op != token.NEQ
	switch {
	case !order && m&age != 0:
		x.isFresh(st)
	case order && (m&age != 0 || m&timestamp != 0 && (m&clock != 0 || a.k == nil && b.k == nil)):
		x.metClock(st)
		if !limits(a, b) {
			return x.ageTest(in, never)
		}
		return x.ageTest(in, boundedBy(in.Op, apart(a, b)))
	}
	return nil
}

// metClock notes that the handler looks at the age, well or not.
func (x *run) metClock(st *state) {
	x.fresh = true
	x.entry(st).fresh = true
}

// isFresh notes that something that is not followed may see to it that the
// request is fresh.
func (x *run) isFresh(st *state) {
	x.metClock(st)
	x.entry(st).vouched = true
}

// tooFar is no number of seconds that anybody waits, but one of nanoseconds.
const tooFar = 1e8

// limits reports whether a comparison can refuse what is old: not one of
// seconds with a number of another unit.
func limits(a, b *value) bool {
	for _, p := range [][2]*value{{a, b}, {b, a}} {
		if p[0].seconds && p[1].k != nil && constant.Compare(constant.ToFloat(p[1].k), token.GTR, constant.MakeFloat64(tooFar)) {
			return false
		}
	}
	return true
}

// A bound says when a test of the age means that the request is not old.
type bound string

const (
	unsure   bound = "?"
	whenTrue bound = "+"
	whenNot  bound = "-"
	never    bound = "0"
)

// testsAge begins the names of tests of the age; their bound comes next.
const testsAge = "age"

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
	return unsure
}

// ageTest is the truth of a comparison of the timestamp with the clock.
func (x *run) ageTest(at ssa.Instruction, b bound) *value {
	return &value{about: &test{key: x.freshName(testsAge + string(b) + position(at))}}
}

// boundOf is the bound of a test, "" if it is not about the age.
func boundOf(key string) bound {
	if rest, ok := strings.CutPrefix(key, testsAge); ok && rest != "" {
		return bound(rest[:1])
	}
	return ""
}

// acceptsOld is a test of the age in spite of which everything is done with
// old requests that is done with fresh ones; nil if there is none. Where one
// thing is done with fresh requests alone, what is done with all is something
// else, like counting.
func (e *entry) acceptsOld() *ssa.If {
	done := map[string][]choices{}
	for _, a := range e.acts {
		if a.verdict == good && a.kind == strong && !a.maybe && a.testsAge() {
			done[a.key()] = append(done[a.key()], a.choices)
		}
	}
	for _, o := range e.outcomes {
		if o.verdict == good && !o.maybe && o.accepts != unclear && o.accepts == e.accepting() && o.testsAge() {
			done["accepts"] = append(done["accepts"], o.choices)
		}
	}
	var at *ssa.If
	for _, paths := range done {
		in := firstOld(paths)
		if in == nil {
			return nil
		}
		if at == nil || position(in) < position(at) {
			at = in
		}
	}
	return at
}

// firstOld is a test on one of the paths to an act that old requests pass.
func firstOld(paths []choices) *ssa.If {
	for _, p := range paths {
		if in := p.passesOld(paths); in != nil {
			return in
		}
	}
	return nil
}

func (c choices) testsAge() bool {
	for k := range c.facts {
		if boundOf(k) != "" {
			return true
		}
	}
	return false
}

// passesOld is a test of the age on a path that old requests take: no test on
// it bounds the age. One of which it is not known bounds it, unless other
// paths do the same whatever it says.
func (c choices) passesOld(others []choices) *ssa.If {
	var at *ssa.If
	for _, key := range sortedKeys(c.facts) {
		b := boundOf(key)
		if b == "" || c.sites[key] == nil {
			continue
		}
		holds := c.facts[key]
		if b == whenTrue && holds || b == whenNot && !holds || b == unsure && !c.hasTwin(key, others) {
			return nil
		}
		if at == nil {
			at = c.sites[key]
		}
	}
	return at
}

// hasTwin reports whether another path decides one test otherwise, and all
// else alike. A test that is made again for each key, and decided now so, now
// so, has none: that cannot be.
func (c choices) hasTwin(key string, others []choices) bool {
	mine, name := c.plain(), plainName(key)
	switch mine[name] {
	case held:
		mine[name] = failed
	case failed:
		mine[name] = held
	default:
		return false
	}
	for _, o := range others {
		if maps.Equal(mine, o.plain()) {
			return true
		}
	}
	return false
}

// What a path decided on a test, or on several of the same name.
const (
	held = 1 << iota
	failed
)

// plain are the facts of a path under names that are alike on all paths.
func (c choices) plain() map[string]int {
	out := map[string]int{}
	for k, holds := range c.facts {
		if holds {
			out[plainName(k)] |= held
		} else {
			out[plainName(k)] |= failed
		}
	}
	return out
}

func plainName(key string) string { return numbered.ReplaceAllString(key, "~") }

var numbered = regexp.MustCompile(`~\d+`)
