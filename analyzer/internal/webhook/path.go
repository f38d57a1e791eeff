package webhook

import (
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// A path is what is known of one path of a run beside the engine's state.
type path struct {
	check      *checker
	entry      *entry // the handler of the request, or the one that stands for none
	handling   bool   // a request
	verdict    verdict
	unsure     bool // something unknown may have verified
	aborted    bool // the chain of handlers ends with this one, or may
	trace      []tracePoint
	comparedAt int // the step of the last comparison
	effects    []*effect
	rejectedBy map[string]*ssa.Function // who said no because of a test
}

// A verdict is what the comparison of the signature said.
type verdict int8

const (
	none verdict = iota
	bad
	good
)

// A tracePoint is a place in a call that was under way when the signature was
// compared.
type tracePoint struct {
	frame int
	fn    *ssa.Function
	at    ssa.Instruction
}

func (c *checker) newPath() *path {
	return &path{check: c, entry: c.outside, rejectedBy: map[string]*ssa.Function{}}
}

// Fork returns a copy for another path.
func (p *path) Fork() symexec.Data {
	c := *p
	c.trace = slices.Clip(p.trace)
	c.effects = slices.Clip(p.effects)
	c.rejectedBy = maps.Clone(p.rejectedBy)
	return &c
}

func pathOf(st *state) *path { return st.Data.(*path) }

func entryOf(st *state) *entry { return pathOf(st).entry }

func checkOf(st *state) *checker { return pathOf(st).check }

// inBody reports whether the path handles a request, and a value holds its
// body or what was parsed from it.
func inBody(st *state, v *value) bool { return pathOf(st).handling && st.MarksOf(v)&body != 0 }

// begin starts the request of an entry on the path.
func (p *path) begin(e *entry) {
	p.entry, p.handling = e, true
	p.effects, p.verdict, p.unsure, p.aborted = nil, none, e.info.guarded, false
}

// checksAge notes that the handler looks at the age, well or not.
func (p *path) checksAge() {
	p.check.checksAge = true
	p.entry.checksAge = true
}

// mayCheckAge notes that something that is not followed may see to it that the
// request is fresh.
func (p *path) mayCheckAge() {
	p.checksAge()
	p.entry.mayCheckAge = true
}

// choices are what a path has decided, and which function said no because of
// which test.
type choices struct {
	symexec.Choices
	rejectedBy map[string]*ssa.Function
}

func choicesOf(st *state) choices {
	return choices{st.Choices.Clone(), maps.Clone(pathOf(st).rejectedBy)}
}
