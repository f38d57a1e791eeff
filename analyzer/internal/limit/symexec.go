package limit

// The room symexec: paths through one function.
var (
	SymexecSteps = row("symexec.steps", 30_000,
		"A handler takes some hundreds of steps on each of some dozens of paths; this is a hundred times as much.",
		"The path ends. Its handler is unproven, unless the verdict was good already.")
	SymexecPackageSteps = row("symexec.package-steps", 1_000_000,
		"All runs in a package together may take some seconds.",
		"The path ends, and so do all that follow. Their handlers are unproven, unless the verdict was good already.")
	SymexecDepth = row("symexec.depth", 24,
		"Each call under way costs memory on each path; middleware is nested five or ten deep.",
		"The call is not entered. Its result is unknown, and a handler that gave it the request is unproven.")
	SymexecRecursion = row("symexec.recursion", 2,
		"Handlers wrap handlers, so a function may be under way twice; more often only recursion does that.",
		"The call is not entered. Its result is unknown; what it does was seen in the calls around it.")
	SymexecBranches = usual("symexec.branches", 24,
		"Of many unknown branches in a row some combinations say it all.",
		"The path ends: as many that remember the same and that the user cannot tell apart have gone the same way.")
	SymexecRounds = usual("symexec.rounds", 3,
		"What an unknown loop does in no, one and two rounds it does in all.",
		"What the rounds change becomes unknown, and one more round stands for all others.")
	SymexecKnownRounds = row("symexec.known-rounds", 80,
		"A loop over the bytes of a hexadecimal MAC has 64 rounds.",
		"What the rounds change becomes unknown, so that the loop may end after any of them.")
	SymexecImplementers = row("symexec.implementers", 3,
		"Each type behind an interface is a path of its own at each call.",
		"One more path stands for the other types. The result is unknown on it, and a handler that gave it the request is unproven.")
)
