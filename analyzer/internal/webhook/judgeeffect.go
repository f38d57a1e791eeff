package webhook

import (
	"regexp"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// judgeEffects looks for effects that the verdict does not stand before.
func (c *checker) judgeEffects(e *entry) {
	if !e.compared {
		return
	}
	guarded := map[string]bool{} // what is done after a good verdict
	for _, f := range e.effects {
		if f.verdict == good {
			guarded[f.key()], guarded[f.target] = true, true
		}
	}
	unheeded := map[string]bool{} // what is done whatever the verdict, which nothing looks at
	for _, f := range e.effects {
		if f.verdict == bad && !f.unsure && !f.undecided && f.cause != nil && f.cause.Kind == Ignored {
			unheeded[f.key()] = true
		}
	}
	for _, f := range e.effects {
		switch {
		case f.unsure || f.verdict == good:
		case f.verdict == none && unheeded[f.key()]: // said once
		case f.verdict == bad:
			c.judgeAfterBad(e, f, guarded)
		case f.kind == decodes:
			// Without a verdict, decoding counts only if the same is decoded after
			// a good one, and nothing is there to verify with.
			if !f.early && guarded[f.key()] {
				c.judgeWithoutVerdict(e, f, guarded)
			}
		case c.judgeWithoutVerdict(e, f, guarded):
		case f.early && !f.Facts[emptySignature]: // without a signature, the path is about something else
			c.problem(Problem{Kind: Before, At: f.at})
		}
	}
}

func (f *effect) key() string { return f.target + "@" + ssautil.InstructionKey(f.at) }

// judgeAfterBad looks at an effect after a bad verdict.
func (c *checker) judgeAfterBad(e *entry, f *effect, guarded map[string]bool) {
	alsoGood := guarded[f.key()] || guarded[f.target] && f.kind != decodes
	if f.kind == logs || len(guarded) > 0 && !alsoGood {
		return // what is done with refused requests
	}
	if c.judgeWithoutVerdict(e, f, guarded) || f.cause == nil || f.undecided {
		return
	}
	c.problem(*f.cause)
	e.faulty = true
}

// judgeWithoutVerdict reports an effect on a path without a key, or without a
// header, if that is what it is.
func (c *checker) judgeWithoutVerdict(e *entry, f *effect, guarded map[string]bool) bool {
	alsoGood := guarded[f.key()] || guarded[f.target] && f.target != decoder
	return c.judgeMissing(f.choices, f.verdict, alsoGood) || f.verdict == none && alsoGood && c.judgeSkipped(e, f.choices)
}

// judgeSkipped reports a path on which the signature is not compared because
// of what the request says of itself: its time, or its method.
func (c *checker) judgeSkipped(e *entry, p choices) bool {
	for _, key := range p.keys() {
		if !c.proceeds(p, key) || boundOf(key) == "" && !asksMethod(key) {
			continue
		}
		decided := held
		if !p.Facts[key] {
			decided = failed
		}
		if before := e.comparing[plainName(key)]; before != 0 && before&decided == 0 {
			c.problem(Problem{Kind: Bypass, At: p.Sites[key]})
			return true
		}
	}
	return false
}

// asksMethod reports whether a test is about a request's method.
func asksMethod(key string) bool {
	name, _, _ := strings.Cut(key, "=")
	return strings.HasPrefix(key, "eq:") && strings.HasSuffix(name, ".Method")
}

// judgeMissing reports a path that goes on without a key or header, or because
// of what the environment lacks. The latter is a problem only if good requests
// go the same way.
func (c *checker) judgeMissing(p choices, v verdict, alsoGood bool) bool {
	for _, key := range p.keys() {
		if c.keyless[key] && c.lacks(p, key) {
			c.problem(Problem{Kind: NoKey, At: p.Sites[key]})
			return true
		}
	}
	switch {
	case !alsoGood:
		return false
	case c.lacks(p, emptySignature):
		c.problem(Problem{Kind: NoSignature, At: p.Sites[emptySignature]})
		return true
	case v != none:
		return false
	case c.lacks(p, emptyTimestamp):
		c.problem(Problem{Kind: NoTimestamp, At: p.Sites[emptyTimestamp]})
		return true
	}
	for _, key := range p.keys() {
		if !c.proceeds(p, key) {
			continue
		}
		if kind, name := bypass(key, p.Facts[key]); kind != "" {
			c.problem(Problem{Kind: kind, At: p.Sites[key], How: name})
			return true
		}
	}
	return false
}

// proceeds reports whether a path goes on in spite of what a test says: it was
// decided in the source, and what verifies did not refuse because of it.
func (c *checker) proceeds(p choices, key string) bool {
	return p.Sites[key] != nil && !c.comparers[p.rejectedBy[key]]
}

// lacks reports whether a path goes on without something.
func (c *checker) lacks(p choices, key string) bool { return p.Facts[key] && c.proceeds(p, key) }

// bypass is the problem that a test lets requests pass unverified, "" if it is
// none.
func bypass(key string, holds bool) (kind Kind, name string) {
	if name, ok := switchedOff(key, holds); ok {
		return OpenMode, name
	}
	if name, ok := strings.CutPrefix(key, "nil:"+malformed); ok && !holds {
		return Malformed, name
	}
	if asksForTrust(key, holds) {
		return Bypass, ""
	}
	return "", ""
}

// switchedOff is the environment variable whose absence, or another value than
// one, switches the verification off.
func switchedOff(key string, holds bool) (string, bool) {
	if rest, ok := strings.CutPrefix(key, "eq:env("); ok && !holds {
		name, _, _ := strings.Cut(rest, ")")
		return name, true
	}
	if rest, ok := strings.CutPrefix(key, "empty:env("); ok && holds {
		return strings.TrimSuffix(rest, ")"), true
	}
	return "", false
}

// asksForTrust reports whether a test finds that the sender asks not to be
// verified. Other words of a request may tell senders apart.
func asksForTrust(key string, holds bool) bool {
	if name, ok := strings.CutPrefix(key, "eq:"+requestSays); ok {
		name, _, _ = strings.Cut(name, "=")
		return holds && trustWords.MatchString(name)
	}
	name, ok := strings.CutPrefix(key, "empty:"+requestSays)
	return ok && !holds && trustWords.MatchString(name)
}

var trustWords = regexp.MustCompile(`debug|test|skip|bypass|internal|trust|insecure|no-?verif|unsafe|force|admin`)
