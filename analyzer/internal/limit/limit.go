// Package limit is the one place of the bounds of the analysis.
//
// Programs are finite, what an analysis may believe of them is not: paths
// through recursive data, texts that grow in a loop, sets of places. Where
// such a lattice would be infinite, or work would grow faster than the
// program, a [Limit] ends it. A limit never makes an answer better. What lies
// beyond it is widened: unknown text, unknown entries, an unknown callee,
// which all ask for the sanitizer, and what was seen before stays.
//
// Every bound is a row of table.go, and every bound that is crossed ends in
// one of two places that do the same thing: a [Tally], where the analysis has
// one at hand, or the [Set] that an answer carries until it gets to one.
package limit

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// A Limit is one bound of the analysis.
type Limit struct {
	Name    string // unique, lower case
	Max     int    // how many there may be; the next one is beyond
	Why     string // why there is a bound, and why this one
	Widened string // what the answer becomes beyond it
	Usual   bool   // ordinary code crosses it: the answer stands for what lies beyond, and users are not told

	index int // in the table
}

// All returns every limit, by name.
func All() []*Limit {
	return slices.SortedFunc(slices.Values(table), func(a, b *Limit) int { return cmp.Compare(a.Name, b.Name) })
}

// A Tally counts the widenings of one analysis. The zero value is ready. It
// is not safe for concurrent use.
type Tally struct{ counts [maxLimits]int }

// Reached notes that a bound was crossed: the caller's answer is widened. A nil
// tally counts nothing.
func (t *Tally) Reached(l *Limit) {
	if t != nil {
		t.counts[l.index]++
	}
}

// Add notes the bounds that an answer says it has crossed.
func (t *Tally) Add(s Set) {
	for _, l := range s.Limits() {
		t.Reached(l)
	}
}

// Of returns how often the bound was crossed.
func (t *Tally) Of(l *Limit) int {
	if t == nil {
		return 0
	}
	return t.counts[l.index]
}

// Total returns how often any bound was crossed.
func (t *Tally) Total() int {
	if t == nil {
		return 0
	}
	n := 0
	for _, c := range t.counts {
		n += c
	}
	return n
}

// Counts is how often each bound was crossed, by name, but for those that
// ordinary code crosses.
func (t *Tally) Counts() map[string]int {
	out := map[string]int{}
	for _, l := range table {
		if n := t.Of(l); n > 0 && !l.Usual {
			out[l.Name] = n
		}
	}
	return out
}

// String lists what was crossed, and how often: "nodes 2, path 1".
func (t *Tally) String() string {
	var parts []string
	for _, l := range All() {
		if n := t.Of(l); n > 0 {
			parts = append(parts, l.Name+" "+strconv.Itoa(n))
		}
	}
	return strings.Join(parts, ", ")
}

// A Set is the bounds that went into one answer. The zero Set is empty.
type Set uint64

// maxLimits is how many rows a Set can tell apart.
const maxLimits = 64

// With returns s and l.
func (s Set) With(l *Limit) Set { return s | 1<<l.index }

// Has reports whether l is in s.
func (s Set) Has(l *Limit) bool { return s&(1<<l.index) != 0 }

// Limits lists s in the order of the table.
func (s Set) Limits() []*Limit {
	out := make([]*Limit, 0, bits.OnesCount64(uint64(s)))
	for _, l := range table {
		if s.Has(l) {
			out = append(out, l)
		}
	}
	return out
}

// String lists s: "nodes path".
func (s Set) String() string {
	var names []string
	for _, l := range s.Limits() {
		names = append(names, l.Name)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}
