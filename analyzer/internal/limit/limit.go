// Package limit holds the table of limits: every bound of the analysis, with
// its number, its reason, and what the answer becomes beyond it.
//
// A bound that is reached never makes anything known, clean, verified or
// absent. It widens the answer, as its row says, and ends in [Tally.Reached],
// which counts, so that the command can tell how often it happened.
package limit

// A Limit is one bound of the analysis.
type Limit struct {
	Name    string // unique, as room.what
	Max     int    // what is still allowed
	Why     string // why there is a bound, and why this one
	Widened string // what the answer becomes beyond it
}

// A Tally counts the widenings of one run. The zero value is ready; it is safe
// for one package's analysis, not for concurrent use.
type Tally struct {
	counts map[*Limit]int
	total  int
}

// Reached counts that a limit was crossed. Every bound ends here. A nil tally
// counts nothing.
func (t *Tally) Reached(l *Limit) {
	if t == nil {
		return
	}
	if t.counts == nil {
		t.counts = map[*Limit]int{}
	}
	t.counts[l]++
	t.total++
}

// Total is how often any limit was crossed.
func (t *Tally) Total() int {
	if t == nil {
		return 0
	}
	return t.total
}

// Of is how often one limit was crossed.
func (t *Tally) Of(l *Limit) int {
	if t == nil {
		return 0
	}
	return t.counts[l]
}
