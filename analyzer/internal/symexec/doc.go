// Package symexec runs one function of a package path by path on symbolic
// values. It knows the SSA form of package go/ssa and the functions of the
// standard library that move text about; whatever else a call does, or a value
// means, its user plugs in as [Hooks].
//
// # Values
//
// A [Value] is what is known of a value of the program on one path: a
// constant, text in parts, a function and what it is bound to, a pointer to a
// place, or something unknown with a name, so that it is the same wherever it
// is met again. Its marks are a set that says what went into it. They spread:
// what is made of marked values is marked. A user defines marks, and may keep
// a [Note] with a value.
//
// # States
//
// A [State] is one path: memory, calls under way, and what has been decided.
// Memory maps places to values (see [BytesAt] for those of buffers). A place is
// an object and an access path. A store is a strong update: what was there is
// gone. [State.Gather] says what a value holds together with all that it
// refers to.
//
// # Branches
//
// A comparison of what is known is a constant. One of something unknown is a
// [Test], a question with a key. The first if on it forks the state, with the
// answer yes on one path and no on the other; from then on the path knows, and
// the same question gets the same answer. So conditions that go through
// variables, errors, && and || or switches need no reasoning of their own.
// Paths are followed depth first: [State.Enter] returns when all paths through
// the call have been followed, and calls its [Continuation] on each that comes
// back.
//
// # Calls
//
// Functions of the package are entered, also through closures, method values
// and interfaces that one of its types may be behind. Of others, standard.go
// knows some, hooks know more; what is left has an unknown result, may have
// filled what it was given a pointer to, and calls the functions that it was
// given. Deferred calls run at the return; those of go statements at once. A
// panic ends the path.
//
// # Loops
//
// The rounds of a loop are followed one by one. After some, what a round
// changes becomes unknown (but for what stays the same: that an error is not
// nil, say), and the loop goes on until a round changes nothing else. That round
// stands for all others.
//
// # Limits
//
// The bounds are rows of package limit: steps of a run and of a package, calls
// under way, calls of one function under way, paths through an unknown branch,
// rounds of a loop, types behind an interface. What a row says is what happens
// beyond it. Each is counted, and [PathHooks] are told where a path ends or a
// call is not followed, for the user to take the answer as not proven.
//
// # Where to find what
//
// engine.go and state.go hold a run and a path; step.go, branch.go and loop.go
// move along; evaluate.go and the files named after instructions compute values;
// call.go, implement.go and foreign.go decide what a call enters; memory.go and
// gather.go are memory, text.go and buffer.go text; print.go prints it all.
package symexec
