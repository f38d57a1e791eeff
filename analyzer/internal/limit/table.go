package limit

import (
	"slices"
	"strings"
)

// The room symexec: paths through one function.
var (
	SymexecSteps = Limit{
		Name: "symexec.steps", Max: 30_000,
		Why:     "A handler takes some hundreds of steps on each of some dozens of paths; this is a hundred times as much.",
		Widened: "The path ends. Its handler is unproven, unless the verdict was good already.",
	}
	SymexecPackageSteps = Limit{
		Name: "symexec.package-steps", Max: 1_000_000,
		Why:     "All runs in a package together may take some seconds.",
		Widened: "The path ends, and so do all that follow. Their handlers are unproven, unless the verdict was good already.",
	}
	SymexecDepth = Limit{
		Name: "symexec.depth", Max: 24,
		Why:     "Each call under way costs memory on each path; middleware is nested five or ten deep.",
		Widened: "The call is not entered. Its result is unknown, and a handler that gave it the request is unproven.",
	}
	SymexecRecursion = Limit{
		Name: "symexec.recursion", Max: 2,
		Why:     "Handlers wrap handlers, so a function may be under way twice; more often only recursion does that.",
		Widened: "The call is not entered. Its result is unknown; what it does was seen in the calls around it.",
	}
	SymexecBranches = Limit{
		Name: "symexec.branches", Max: 24,
		Why:     "Of many unknown branches in a row some combinations say it all.",
		Widened: "The path ends: as many have gone the same way, with the same verdict and the same answers to all that the verdict may depend on.",
	}
	SymexecRounds = Limit{
		Name: "symexec.rounds", Max: 3,
		Why:     "What an unknown loop does in no, one and two rounds it does in all.",
		Widened: "What the rounds change becomes unknown, and one more round stands for all others.",
	}
	SymexecKnownRounds = Limit{
		Name: "symexec.known-rounds", Max: 80,
		Why:     "A loop over the bytes of a hexadecimal MAC has 64 rounds.",
		Widened: "What the rounds change becomes unknown, so that the loop may end after any of them.",
	}
	SymexecImplementers = Limit{
		Name: "symexec.implementers", Max: 3,
		Why:     "Each type behind an interface is a path of its own at each call.",
		Widened: "One more path stands for the other types. The result is unknown on it, and a handler that gave it the request is unproven.",
	}
)

// All returns the rows of the table, sorted by name.
func All() []*Limit {
	all := []*Limit{
		&SymexecSteps, &SymexecPackageSteps, &SymexecDepth, &SymexecRecursion,
		&SymexecBranches, &SymexecRounds, &SymexecKnownRounds, &SymexecImplementers,
	}
	slices.SortFunc(all, func(a, b *Limit) int { return strings.Compare(a.Name, b.Name) })
	return all
}
