package verify

import (
	"regexp"
	"strings"
)

// judgeActs looks for acts that the verdict does not stand before.
func (c *checker) judgeActs(e *entry) {
	if !e.compared {
		return
	}
	guarded := map[string]bool{} // what is done after a good verdict
	for _, a := range e.acts {
		if a.verdict == good {
			guarded[a.key()], guarded[a.target] = true, true
		}
	}
	for _, a := range e.acts {
		switch {
		case a.maybe || a.verdict == good:
		case a.verdict == bad:
			c.judgeBad(e, a, guarded)
		case a.kind == weak:
			c.judgeWeak(e, a, guarded)
		case c.absent(e, a, guarded):
		case a.later && !isDecided(a.facts):
			c.problem(Problem{Kind: Before, At: a.at})
		}
	}
}

// isDecided: without a signature, the path is about something else.
func isDecided(facts map[string]bool) bool { return facts[emptySignature] }

func (a *act) key() string { return a.target + "@" + position(a.at) }

// judgeBad looks at an act after a bad verdict.
func (c *checker) judgeBad(e *entry, a *act, guarded map[string]bool) {
	shared := guarded[a.key()] || guarded[a.target] && a.kind != weak
	if a.kind == logs || len(guarded) > 0 && !shared {
		return // what is done with refused requests
	}
	if c.absent(e, a, guarded) || a.blame == nil || a.opened {
		return
	}
	c.problem(*a.blame)
	e.faulty = true
}

// judgeWeak: on a path without a verdict, decoding counts only if the same is
// decoded after a good one, and nothing is there to verify with.
func (c *checker) judgeWeak(e *entry, a *act, guarded map[string]bool) {
	if !a.later && guarded[a.key()] {
		c.absent(e, a, guarded)
	}
}

// absent reports an act on a path without a key, or without a header, if that
// is what it is.
func (c *checker) absent(e *entry, a *act, guarded map[string]bool) bool {
	shared := guarded[a.key()] || guarded[a.target] && a.target != "decode"
	shared = shared || a.kind == weak && guarded[a.key()]
	return c.absentOn(a.choices, a.verdict, shared) || a.verdict == none && shared && c.spared(e, a.choices)
}

// spared reports a path on which the signature is not compared because of
// what the request says of itself: its time, or its method.
func (c *checker) spared(e *entry, p choices) bool {
	for _, key := range sortedKeys(p.facts) {
		if !c.goesOn(p, key) || boundOf(key) == "" && !asksMethod(key) {
			continue
		}
		decided := held
		if !p.facts[key] {
			decided = failed
		}
		if how := e.comparing[plainName(key)]; how != 0 && how&decided == 0 {
			c.problem(Problem{Kind: Bypass, At: p.sites[key]})
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

// absentOn reports a path that goes on without a key or header, or because of
// what the environment lacks. Shared says that good requests go the same way.
func (c *checker) absentOn(p choices, v verdict, shared bool) bool {
	for _, key := range sortedKeys(p.facts) {
		if name, ok := strings.CutPrefix(key, "empty:"); ok && c.lacks(p, key) && c.keys[name] {
			c.problem(Problem{Kind: NoKey, At: p.sites[key]})
			return true
		}
	}
	switch {
	case !shared:
		return false
	case c.lacks(p, emptySignature):
		c.problem(Problem{Kind: NoSignature, At: p.sites[emptySignature]})
		return true
	case v != none:
		return false
	case c.lacks(p, emptyTimestamp):
		c.problem(Problem{Kind: NoTimestamp, At: p.sites[emptyTimestamp]})
		return true
	}
	for _, key := range sortedKeys(p.facts) {
		if !c.goesOn(p, key) {
			continue
		}
		if name, ok := openMode(key, p.facts[key]); ok {
			c.problem(Problem{Kind: OpenMode, At: p.sites[key], How: name})
			return true
		}
		if name, ok := strings.CutPrefix(key, "nil:"+malformed); ok && !p.facts[key] {
			c.problem(Problem{Kind: Malformed, At: p.sites[key], How: name})
			return true
		}
		if bypasses(key, p.facts[key]) {
			c.problem(Problem{Kind: Bypass, At: p.sites[key]})
			return true
		}
	}
	return false
}

// goesOn reports whether a path goes on although a test says that something
// is missing: it was decided in the source, and what verifies did not refuse.
func (c *checker) goesOn(p choices, key string) bool {
	return p.sites[key] != nil && !c.judging[p.refused[key]]
}

// lacks reports whether a path goes on without something.
func (c *checker) lacks(p choices, key string) bool { return p.facts[key] && c.goesOn(p, key) }

// openMode is the environment variable whose absence, or another value than
// one, switches the verification off.
func openMode(key string, holds bool) (string, bool) {
	if rest, ok := strings.CutPrefix(key, "eq:env("); ok && !holds {
		name, _, _ := strings.Cut(rest, ")")
		return name, true
	}
	if rest, ok := strings.CutPrefix(key, "empty:env("); ok && holds {
		return strings.TrimSuffix(rest, ")"), true
	}
	return "", false
}

// bypasses reports whether a test finds that the sender asks not to be
// verified. Other words of a request may tell senders apart.
func bypasses(key string, holds bool) bool {
	if name, ok := strings.CutPrefix(key, "eq:"+said); ok {
		name, _, _ = strings.Cut(name, "=")
		return holds && asksForTrust.MatchString(name)
	}
	name, ok := strings.CutPrefix(key, "empty:"+said)
	return ok && !holds && asksForTrust.MatchString(name)
}

var asksForTrust = regexp.MustCompile(`debug|test|skip|bypass|internal|trust|insecure|no-?verif|unsafe|force|admin`)
