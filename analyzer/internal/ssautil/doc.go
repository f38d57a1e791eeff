// Package ssautil holds what is asked of SSA (golang.org/x/tools/go/ssa) and of
// types alone, without the analysis: callees and arguments of a call, the
// constant that a value is, what a list literal is made of, what a type can
// hold, and what can run after what ([Graph]).
//
// Nothing here has state, but for what a Graph keeps of its answers, and
// nothing knows what is sensitive.
package ssautil
