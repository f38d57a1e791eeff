// Package webhook runs the handlers of Customer.io's webhooks path by path, and
// tells what they do before, without or against the verdict on the signature.
// Package symexec executes the code; this one plugs in what a verification is
// made of, and judges what the handlers did.
//
// # What is run
//
// [Package] starts at functions that nobody in the package uses (main, an
// exported handler, a constructor). A handler or middleware that is handed to
// something unknown, like a router, is run at once with a new request, and with
// what is known there of the path it is registered under and of the middleware
// around it. So a chain of middleware is executed as it was put together, and
// each handler is judged by itself.
//
// # Three notions
//
//   - Marks tell what went into a value: the signature's header, the timestamp,
//     the body, the clock, a hash. A note keeps what a MAC was made of, how an
//     age changes, and which handler middleware stands before (value.go).
//   - Where the signature is compared with a MAC, the path splits into one with
//     a bad and one with a good [verdict], and the result is a constant on each
//     (compare.go). What the code does with the verdict then needs no reasoning
//     of its own.
//   - An effect is what the verdict is there to guard: something is sent, stored
//     or started with the body or what was parsed from it, or the next handler
//     is called. Reading, buffering, signing, parsing and answering have none
//     (effect.go).
//
// An entry keeps what one handler did on all its paths (entry.go). At the end
// entries are judged: an effect after a bad verdict, before the verdict, or on
// a path without a key or a header becomes a [Problem], and so do a MAC over
// another message, and a timestamp that is signed and never meets the clock.
//
// # What is not known
//
// What is wrong with a function that verifies is reported where it is written,
// if its package is for Customer.io. Else the function's [Role] tells importers,
// and it is reported at the handler that relies on it.
//
// What something unknown does with the signature, or with the whole request if
// its name says that it verifies, is taken for a verification that may be
// right. A handler that reaches a limit of symexec is not taken for verified:
// what was seen of it is judged, and if nothing is wrong with that it is
// [Unproven]. After a good verdict a limit does no harm. Functions beyond a
// limit get no [Role].
//
// # Where to find what
//
// check.go and root.go decide what is run in which order, relevance.go what
// need not be. hooks.go is all that symexec is told. request.go, header.go,
// event.go and message.go know HTTP and Customer.io; hash.go, age.go and model.go
// the standard library; route.go, handler.go, foreign.go, trust.go and rely.go
// what calls do that have no body here; names.go what names tell. judge.go,
// judgeeffect.go, stale.go, cause.go and abort.go judge; limits.go is about what
// is cut. parts.go and learn.go run what others call, fact.go tells them.
package webhook
