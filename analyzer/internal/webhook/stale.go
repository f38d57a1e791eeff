package webhook

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// acceptsOld is a test of the age in spite of which everything is done with
// old requests that is done with fresh ones; nil if there is none. Where one
// thing is done with fresh requests alone, what is done with all is something
// else, like counting.
func (e *entry) acceptsOld() *ssa.If {
	done := map[string][]choices{}
	for _, f := range e.effects {
		if f.verdict == good && f.kind == acts && !f.unsure && f.testsAge() {
			done[f.key()] = append(done[f.key()], f.choices)
		}
	}
	for _, o := range e.outcomes {
		if o.verdict == good && !o.unsure && o.answer != unclear && o.answer == e.accepting() && o.testsAge() {
			done["accepts"] = append(done["accepts"], o.choices)
		}
	}
	var at *ssa.If
	for _, paths := range done {
		in := firstPassedByOld(paths)
		if in == nil {
			return nil
		}
		if at == nil || ssautil.InstructionKey(in) < ssautil.InstructionKey(at) {
			at = in
		}
	}
	return at
}

// firstPassedByOld is a test on one of the paths to an effect that old
// requests pass.
func firstPassedByOld(paths []choices) *ssa.If {
	for _, p := range paths {
		if in := p.passedByOld(paths); in != nil {
			return in
		}
	}
	return nil
}

func (c choices) testsAge() bool {
	for k := range c.Facts {
		if boundOf(k) != "" {
			return true
		}
	}
	return false
}

// boundOf is the bound of a test, "" if it is not about the age.
func boundOf(key string) bound {
	if rest, ok := strings.CutPrefix(key, testsAge); ok && rest != "" {
		return bound(rest[:1])
	}
	return ""
}

// passedByOld is a test of the age on a path that old requests take: no test
// on it bounds the age. One of which it is not known bounds it, unless other
// paths do the same whatever it says.
func (c choices) passedByOld(others []choices) *ssa.If {
	var at *ssa.If
	for _, key := range c.keys() {
		b := boundOf(key)
		if b == "" || c.Sites[key] == nil {
			continue
		}
		holds := c.Facts[key]
		if b == whenTrue && holds || b == whenNot && !holds || b == undecided && !c.hasCounterpart(key, others) {
			return nil
		}
		if at == nil {
			at = c.Sites[key]
		}
	}
	return at
}

// hasCounterpart reports whether another path decides one test otherwise, and
// all else alike. A test that is made anew for each key, and decided now so,
// now so, has none: that cannot be.
func (c choices) hasCounterpart(key string, others []choices) bool {
	mine, name := c.byPlainName(), plainName(key)
	switch mine[name] {
	case held:
		mine[name] = failed
	case failed:
		mine[name] = held
	default:
		return false
	}
	return slices.ContainsFunc(others, func(o choices) bool { return maps.Equal(mine, o.byPlainName()) })
}

// What a path decided on a test, or on several of the same plain name.
const (
	held = 1 << iota
	failed
)

// byPlainName are the facts of a path under names that are alike on all paths.
func (c choices) byPlainName() map[string]int {
	out := map[string]int{}
	for k, holds := range c.Facts {
		if holds {
			out[plainName(k)] |= held
		} else {
			out[plainName(k)] |= failed
		}
	}
	return out
}

// keys are the keys of the tests, sorted.
func (c choices) keys() []string { return slices.Sorted(maps.Keys(c.Facts)) }

func plainName(key string) string { return numbered.ReplaceAllString(key, "~") }

var numbered = regexp.MustCompile(`~\d+`)
