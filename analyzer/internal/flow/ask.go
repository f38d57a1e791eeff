package flow

import (
	"math"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"golang.org/x/tools/go/ssa"
)

// A question is what the engine keeps the answer to: what a value may hold,
// what is done to an object, which functions a call executes.
type question struct {
	v    ssa.Value
	path string
	cell int // of an object; if negative, the kind of the question
	load ssa.Instruction
	at   point
	of   *effect // what this effect put there
}

// The kinds of questions that are not about a variable that held an object
// at some earlier time.
const (
	whole    = -1 - iota // about an object itself
	asked                // eval
	changes              // effects
	forward              // reach
	executes             // callees
	enters               // callersOf
	places               // locate
)

// A ledger holds the answers of one analysis, and the questions that are
// being answered. Questions may depend on themselves, by loops and recursion:
// then they form a circle, which is entered by one of them, its head.
type ledger struct {
	memo    map[question]any
	active  map[question]int // the questions being answered, by depth
	open    map[question]int // answers in memo that depend on an active question, by its depth
	pending []question       // the keys of open, in the order of their answers
	guess   map[question]any // what the last round of a circle answered
	cuts    []question       // active questions that were asked again
	depth   int
	lowest  int // depth of the outermost one of these, within the current question
}

const noCut = math.MaxInt

func newLedger() ledger {
	return ledger{
		memo: map[question]any{}, active: map[question]int{}, open: map[question]int{}, guess: map[question]any{},
		lowest: noCut,
	}
}

// ask answers k once. Asked again while it is being answered, it is cut
// short: it adds to its own answer what it is known to hold, at first start.
func ask[T any](a *Analysis, k question, start func() T, compute func() T) T {
	if x, ok := a.memo[k]; ok {
		if d, ok := a.open[k]; ok { // what uses it is open, too
			a.lowest = min(a.lowest, d)
		}
		return x.(T)
	}
	if d, ok := a.active[k]; ok {
		a.lowest = min(a.lowest, d)
		a.cuts = append(a.cuts, k)
		if x, ok := a.guess[k]; ok {
			return x.(T)
		}
		return start()
	}
	f := a.enterFrame(k)
	x := compute()
	for a.another(&f, x) {
		x = compute()
	}
	a.leave(&f, x)
	return x
}

// A frame is one active question.
type frame struct {
	k             question
	depth, outer  int
	pending, cuts int // what was there before
	rounds        int
}

func (a *Analysis) enterFrame(k question) frame {
	a.depth++
	f := frame{k: k, depth: a.depth, outer: a.lowest, pending: len(a.pending), cuts: len(a.cuts)}
	a.active[k], a.lowest = f.depth, noCut
	return f
}

// maxRounds bounds how often a circle is gone through. Most are stable in the
// second round; a text that grows in a loop never is.
const maxRounds = 4

// another reports whether f is the head of a circle that has to
// be gone through again, because an answer differs from what was guessed.
func (a *Analysis) another(f *frame, x any) bool {
	f.rounds++
	if a.lowest != f.depth || f.rounds == maxRounds || a.root.spend(0) || a.stable(f, x) {
		return false
	}
	a.guess[f.k] = x
	for _, p := range a.pending[f.pending:] {
		a.guess[p] = a.memo[p]
		delete(a.memo, p)
		delete(a.open, p)
	}
	a.pending, a.cuts, a.lowest = a.pending[:f.pending], a.cuts[:f.cuts], noCut
	return true
}

// stable reports whether what was cut short was given the right answers. All
// answers grow from round to round, so their sizes tell.
func (a *Analysis) stable(f *frame, x any) bool {
	for _, k := range a.cuts[f.cuts:] {
		now, ok := a.memo[k]
		if k == f.k {
			now, ok = x, true
		}
		if ok && measure(now) != measure(a.guess[k]) {
			return false
		}
	}
	return true
}

// A size tells answers to one question apart.
type size [8]int

func measure(x any) size {
	switch x := x.(type) {
	case *content.Content:
		return x.Extent()
	case *reach:
		return size{len(x.effects), len(x.kept), len(x.held)}
	case []*effect:
		return size{len(x)}
	case []*ssa.Function:
		return size{len(x)}
	case []ssa.CallInstruction:
		return size{len(x)}
	case []loc:
		return size{len(x)}
	}
	return size{}
}

// leave files the answer. With that of a head, those of its circle are final.
func (a *Analysis) leave(f *frame, x any) {
	delete(a.active, f.k)
	a.depth--
	switch {
	case a.root.spend(0): // it may lack what a larger budget gives, and so may what waits for it
		for _, p := range a.pending[f.pending:] {
			delete(a.memo, p)
		}
		a.close(f)
		a.lowest = min(a.lowest, f.outer)
		return
	case a.lowest >= f.depth:
		a.close(f)
		a.lowest = f.outer
	default:
		a.pending = append(a.pending, f.k)
		a.open[f.k] = a.lowest
		a.lowest = min(a.lowest, f.outer)
	}
	a.memo[f.k] = x
}

// close ends the circle of which f is the head.
func (a *Analysis) close(f *frame) {
	for _, p := range a.pending[f.pending:] {
		delete(a.open, p)
		delete(a.guess, p)
	}
	delete(a.guess, f.k)
	a.pending, a.cuts = a.pending[:f.pending], a.cuts[:f.cuts]
}

// guarded is ask for a content, within the budget.
func (a *Analysis) guarded(k question, compute func() *content.Content) *content.Content {
	if a.root.spend(1) {
		return content.Anything()
	}
	return ask(a, k, func() *content.Content { return content.Nothing }, func() *content.Content {
		c := compute()
		a.root.spend(c.Width())
		return c
	})
}

// The work of one package is bounded by a budget that is linear in its size:
// a unit is a question, an instruction that an object is followed through, an
// effect that is looked at, or an entry that is copied. The packages of
// services that were measured need some hundred units, generated ones up to a
// tenth of the budget; once it is spent, every further answer is opaque.
const (
	unitsPerPackage     = 2_000_000
	unitsPerInstruction = 50
)

// unitsPerSink is what a call may use up when the budget is spent, or nearly
// so: enough for a payload that is put together where it is sent.
const unitsPerSink = 2000

// maxLent bounds the calls of which, once the budget is spent, at least the
// arguments are looked at.
const maxLent = 8

// share gives the questions about one instruction half of what is left of the
// budget, once: what is too large to answer must not silence what comes after it.
func (a *Analysis) share(in ssa.Instruction) {
	r := a.root
	if !r.shared[in] {
		r.shared[in] = true
		r.budget = r.spent + max(unitsPerSink, (r.total-r.spent)/2)
		r.asking, r.lent = in.Parent(), maxLent
	}
}

// spend uses up units of the budget and reports whether it is exhausted.
func (a *Analysis) spend(n int) bool {
	a.spent += n
	return a.spent > a.budget
}
