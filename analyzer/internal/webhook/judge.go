package webhook

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// judge turns what the entries did into problems.
func (c *checker) judge() {
	guards := false
	shared := findShared(c.entries)
	for _, e := range c.entries {
		guards = guards || e.compared && e.callsNext()
	}
	for _, e := range c.entries {
		before := len(c.problems)
		c.judging = e
		c.judgeMessages(e, shared)
		c.judgeEffects(e)
		c.judgeOutcomes(e)
		c.judgeAge(e, shared)
		c.judgeChain(e)
		if !(e.info.root && guards) {
			c.judgeAbsence(e)
		}
		if len(c.problems) == before {
			c.judgeUnproven(e)
		}
	}
	c.judging = nil
}

// shared are the comparisons that some handler gets right: they are not to
// blame for the others.
type shared struct {
	message map[ssa.Instruction]bool
	age     map[ssa.Instruction]bool
}

func findShared(entries []*entry) shared {
	s := shared{map[ssa.Instruction]bool{}, map[ssa.Instruction]bool{}}
	for _, e := range entries {
		for _, m := range e.signed {
			s.message[m.at] = s.message[m.at] || m.kind == ""
		}
		for _, t := range e.signedTime {
			s.age[t.at] = s.age[t.at] || e.checksAge
		}
	}
	return s
}

func (e *entry) callsNext() bool {
	return slices.ContainsFunc(e.effects, func(f *effect) bool { return f.target == nextHandler })
}

// judgeMessages looks at what the MACs are made of. A path that failed to read
// the body and goes on does not count; a helper that others use well is not
// to blame for what one handler gives it.
func (c *checker) judgeMessages(e *entry, all shared) {
	mine := map[ssa.Instruction]bool{}
	for _, s := range e.signed {
		mine[s.at] = mine[s.at] || s.kind == ""
	}
	for _, s := range e.signed {
		switch {
		case s.kind == "" || mine[s.at]:
		case all.message[s.at]:
			c.problem(Problem{Kind: s.kind, At: s.from})
		default:
			c.problem(Problem{Kind: s.kind, At: s.at})
		}
	}
}

// judgeOutcomes looks at a function that tells whether a request is good: it
// must not say so without a good verdict.
func (c *checker) judgeOutcomes(e *entry) {
	if !e.compared || !e.info.root {
		return
	}
	accept := e.accepting()
	if accept == unclear {
		return
	}
	for _, o := range e.outcomes {
		if o.answer == accept && !o.unsure && o.verdict != good {
			c.judgeMissing(o.choices, o.verdict, true)
		}
	}
}

// accepting is what the function returns for good requests: what it returns
// for good verdicts, and never for bad ones.
func (e *entry) accepting() answer {
	var onGood, onBad [3]bool
	for _, o := range e.outcomes {
		switch o.verdict {
		case good:
			onGood[o.answer] = true
		case bad:
			onBad[o.answer] = true
		}
	}
	for _, a := range []answer{accepts, rejects} {
		if onGood[a] && !onBad[a] {
			return a
		}
	}
	if onGood[unclear] && onBad[rejects] && !onBad[accepts] && !onBad[unclear] { // its last error is that of something else
		return accepts
	}
	return unclear
}

// acceptingCode is the number that the function returns for good requests
// alone; nil if there is none.
func (e *entry) acceptingCode() *value {
	var code *value
	for _, o := range e.outcomes {
		switch n, ok := o.code.AsInt(); {
		case o.verdict != good:
		case !ok:
			return nil
		case code == nil:
			code = symexec.Int(n)
		}
	}
	if code == nil {
		return nil
	}
	accepted, _ := code.AsInt()
	for _, o := range e.outcomes {
		if n, ok := o.code.AsInt(); (o.verdict == good) != (ok && n == accepted) {
			return nil
		}
	}
	return code
}

// isQuiet reports whether a bad verdict may come without an error.
func (e *entry) isQuiet() bool {
	return slices.ContainsFunc(e.outcomes, func(o outcome) bool {
		return o.verdict == bad && o.noError && o.answer != e.accepting()
	})
}

// judgeAge: the timestamp is signed, so that its age can be told; that must
// be done, and old requests refused.
func (c *checker) judgeAge(e *entry, all shared) {
	switch {
	case e.faulty || e.cutVerified || e.info.guarded:
		return
	case e.checksAge:
		if in := e.acceptsOld(); in != nil && !e.mayCheckAge {
			c.problem(Problem{Kind: Old, At: in})
		}
		return
	case !e.readsTime || !handles(e.fn.Signature) && c.checksAge:
		return
	}
	for _, s := range e.signedTime {
		at := s.at
		if all.age[at] {
			at = s.from
		}
		c.problem(Problem{Kind: Replay, At: at, Via: s.via})
	}
}

// judgeAbsence looks for handlers of Customer.io's events that verify
// nothing.
func (c *checker) judgeAbsence(e *entry) {
	if e.compared || e.cutUnverified || e.unsure || e.passedOn || e.info.guarded || e.info.unsure || e.info.middleware || !e.consumed {
		return
	}
	if e.required && len(e.reads) > 0 || e.dropsSignature() {
		c.problem(Problem{Kind: Unread, At: e.reads[0]})
		return
	}
	fn := e.consumer
	if fn == nil {
		fn = e.fn
	}
	if fn != nil && handles(fn.Signature) && e.isForEvents() {
		c.problem(Problem{Kind: Unverified, Handler: fn})
	}
}

// dropsSignature reports whether the signature is read for nothing.
func (e *entry) dropsSignature() bool {
	for _, at := range e.reads {
		if v, ok := at.(ssa.Value); ok && !ssautil.IsUnusedResult(v) {
			return false
		}
	}
	return len(e.reads) > 0
}
