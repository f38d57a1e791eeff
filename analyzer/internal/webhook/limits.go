package webhook

import (
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A pathGroup is what paths have in common of which only some are followed
// where something unknown decides: the judgement does not tell them apart.
type pathGroup struct {
	entry   *entry
	verdict verdict
	facts   string
}

func groupOf(st *state) any {
	p := pathOf(st)
	g := pathGroup{entry: p.entry, verdict: p.verdict}
	if p.handling {
		g.facts = strings.Join(p.check.relevantFacts(st), "\n")
	}
	return g
}

// relevantFacts are the tests that the judgement asks for, with what the path
// decided on them, sorted.
func (c *checker) relevantFacts(st *state) []string {
	var out []string
	for key, holds := range st.Facts {
		if !c.isRelevantTest(key) {
			continue
		}
		key = plainName(key)
		if !holds {
			key = "not " + key
		}
		out = append(out, key)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isRelevantTest reports whether the judgement asks for a test.
func (c *checker) isRelevantTest(key string) bool {
	if c.keyless[key] || key == emptySignature || key == emptyTimestamp || key == asLongAsMAC || boundOf(key) != "" || asksMethod(key) {
		return true
	}
	for _, holds := range []bool{true, false} {
		if kind, _ := bypass(key, holds); kind != "" {
			return true
		}
	}
	return false
}

// widened notes what a limit leaves unseen. Loops and recursion leave nothing:
// other rounds and other calls stand for what is not followed. Paths that end
// at the limit of branches are like others, by [groupOf].
func widened(st *state, l *limit.Limit, args []*value) {
	p := pathOf(st)
	switch l {
	case limit.SymexecSteps, limit.SymexecPackageSteps:
		p.cut()
	case limit.SymexecDepth, limit.SymexecImplementers:
		if slices.ContainsFunc(args, func(a *value) bool { return leadsToRequest(st, a) }) {
			p.aborted = true // maybe
			p.cut()
		}
	}
}

// leadsToRequest reports whether a call that is given a value may verify the
// request, or act on it.
func leadsToRequest(st *state, v *value) bool {
	return isRequestPlace(v.Name) || st.MarksOf(v)&(signature|body) != 0
}

// cut notes that what the path does from here on is not seen. After a good
// verdict that may be a look at the clock, before it the verification.
func (p *path) cut() {
	switch {
	case p.verdict == good:
		p.entry.cutVerified = true
	case !p.unsure:
		p.entry.cutUnverified = true
	}
}

// judgeUnproven reports a handler of Customer.io's events that is not followed
// to its end, if nothing else is wrong with it.
func (c *checker) judgeUnproven(e *entry) {
	if e.info.guarded || e.info.unsure || e.info.middleware || e.unsure || e.passedOn || e.fn == nil || !handles(e.fn.Signature) {
		return
	}
	ageUnseen := e.cutVerified && !e.checksAge && e.readsTime && len(e.signedTime) > 0
	if ageUnseen || e.cutUnverified && (e.compared || e.isForEvents() || len(e.reads) > 0 || c.mentionsWebhooks(e.fn)) {
		c.problem(Problem{Kind: Unproven, Handler: e.fn})
	}
}

// isForEvents reports whether a handler takes Customer.io's events.
func (e *entry) isForEvents() bool { return e.event || isCustomerIOPath(e.info.route) }
