// Package result is what the analysis of one package tells a driver beside
// findings and facts: it is the result of the analyzer.
package result

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/internal/policy"
)

// A Package is the result for one package.
type Package struct {
	// Policy is the one that held. It knows how the findings of a rule are to
	// be shown, for which a diagnostic has no place.
	Policy *policy.Policy
	// Widened counts the bounds of the analysis that were crossed.
	Widened Widenings
}

// Widenings says how often the analysis crossed each of its bounds, by the
// bound's name, and widened its answer.
type Widenings map[string]int

// Total is how often any bound was crossed.
func (w Widenings) Total() int {
	n := 0
	for _, k := range w {
		n += k
	}
	return n
}

// Plus is the widenings of two packages.
func (w Widenings) Plus(o Widenings) Widenings {
	return w.merge(o, func(a, b int) int { return a + b })
}

// Or is the widenings of two analyses of the same code, which cross the same
// bounds and count once.
func (w Widenings) Or(o Widenings) Widenings {
	return w.merge(o, func(a, b int) int { return max(a, b) })
}

func (w Widenings) merge(o Widenings, both func(a, b int) int) Widenings {
	out := maps.Clone(w)
	if out == nil {
		out = Widenings{}
	}
	for name, n := range o {
		out[name] = both(out[name], n)
	}
	return out
}

// String lists the bounds, the one that was crossed most first: "path 2,
// nesting 1".
func (w Widenings) String() string {
	names := slices.SortedFunc(maps.Keys(w), func(a, b string) int { return cmp.Or(cmp.Compare(w[b], w[a]), cmp.Compare(a, b)) })
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = fmt.Sprintf("%s %d", name, w[name])
	}
	return strings.Join(parts, ", ")
}
