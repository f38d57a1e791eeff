// Package flowgen makes programs whose flow of data is known, for tests that
// compare what the engine says of them.
//
// A program is two packages. It copies maps, puts them into structs, lists,
// closures and channels, passes them to functions, overwrites and deletes, and
// in the end sends one. Each of its statements is both a text in Go and a Go
// function that does the same to real maps and slices; so the generator can run
// the program, in each of the ways that its branches may go, and knows whether
// a secret is sent. What it makes depends on bytes alone, as a fuzzer has them.
package flowgen

import "slices"

// A Program is one that was made.
type Program struct {
	Lib, App string // the packages example.com/lib and example.com/app, which imports it
	Leaks    bool   // a secret is sent in one of the ways that the branches may go
	// Exact: the program does only what an analysis can follow exactly, all ways
	// were gone, and nothing that is sent contains itself. If then nothing leaks,
	// nothing is to be reported.
	Exact bool
}

// maxAsked is how many conditions a run may meet for all ways to be gone.
const maxAsked = 6

// New makes a program that imports the SDK from path.
func New(choices []byte, path string) *Program {
	g := &generator{choices: choices}
	for range g.pick(5) {
		if g.pick(3) == 2 {
			g.filler()
		} else {
			g.function()
		}
	}
	body, s := g.block(nil, 3+g.pick(9), 0)
	what, ok := g.of(s, mapKind)
	if !ok {
		s, body = g.declare(s, body)
		what = s[len(s)-1]
	}
	body = append(body, sending(what))
	p := &Program{Exact: !g.lossy && !slices.ContainsFunc(g.funcs, func(f *function) bool { return !f.isUsed })}
	p.Lib, p.App = g.texts(body, path)
	for bits, longest := 0, 0; bits < 1<<min(longest, maxAsked); bits++ {
		w := &way{bits: bits}
		w.run(body)
		longest = max(longest, w.asked)
		p.Leaks = p.Leaks || w.isSecret
		p.Exact = p.Exact && !w.isCyclic && longest <= maxAsked
	}
	return p
}
