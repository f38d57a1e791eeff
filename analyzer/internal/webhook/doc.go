// Package verify runs the handlers of Customer.io's webhooks symbolically,
// path by path, and tells what they do before, without or against the verdict
// on the signature.
//
// A run starts at a function that nobody in the package uses (main, an
// exported handler, a constructor) and follows every path of its SSA form.
// Calls of the package's own functions are entered. A function that is handed
// to something unknown, like a router, is called at once as a handler: with a
// new request, and with what is known there of the path it is registered
// under and of the middleware around it. So a chain of middleware is executed
// as it was put together, and each handler is judged by itself.
//
// Three notions carry the rest:
//
//   - A value says what something is made of: a constant, text in parts, a
//     MAC and what was written to it, or something unknown with a name, so
//     that it is the same wherever it is met again. Marks tell whether the
//     signature, the timestamp, the body or the clock went into it (value.go).
//   - Where the signature is compared with a MAC, the path splits into one
//     with a good and one with a bad verdict, and the result is a constant on
//     each. What the code does with the verdict (variables, errors, &&, loops
//     over keys, switches) then needs no reasoning of its own (compare.go).
//   - An act is what the verdict is there to guard: something is sent, stored
//     or started with the body or what was parsed from it, or the next handler
//     is called. Reading, buffering, signing, parsing and answering are none
//     (act.go).
//
// At the end the acts of one handler are compared: one that happens after a
// bad verdict, before the verdict, or on a path without a key or a header,
// becomes a [Problem] (judge.go).
//
// Where to find what: run.go and instruction.go execute SSA, call.go decides
// what a call enters, foreign.go, model.go, member.go and trust.go say what
// calls do that have no body here, effect.go which of those are acts,
// register.go how handlers reach a router, package.go what is run in which
// order, acceptance.go and judge.go what is reported, fact.go what importers
// learn.
//
// The bounds are steps per run, depth of calls and rounds of a loop. At a
// bound a path ends, and what was seen before counts: nothing is reported for
// what was not seen.
package webhook
