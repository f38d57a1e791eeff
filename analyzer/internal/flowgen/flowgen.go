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

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// A Program is one that was made.
type Program struct {
	Lib, App string // the packages example.com/lib and example.com/app, which imports it
	Leaks    bool   // a secret is sent in one of the ways that the branches may go
	// Exact: the program does only what an analysis can follow exactly, all ways
	// were gone, and nothing that is sent contains itself. If then nothing leaks,
	// nothing is to be reported.
	Exact bool
}

type (
	// generator makes a program of the bytes of choices.
	generator struct {
		choices  []byte
		names    int
		lossy    bool
		inLib    bool // the function that is being made is one of lib
		branches int  // around the statement that is being made
		funcs    []*function
	}
	// function is one of either package.
	function struct {
		name   string
		lib    bool
		params []variable
		value  string // what it returns
		body   []statement
	}
	variable struct {
		name string
		kind kind
	}
	statement struct {
		text string
		run  func(*run)
	}
	// run is one execution of a function.
	run struct {
		vars map[string]any
		way  *way
	}
	// way is what unknown conditions are: one bit for each in the order in which
	// they are met.
	way struct {
		bits  int
		asked int
	}
	// box is the struct type of the programs.
	box struct {
		M map[string]any
		N *box
	}
	scope []variable
	kind  int
)

// maxAsked is how many conditions a run may meet for all ways to be gone.
const maxAsked = 6

const (
	mapKind kind = iota
	boxKind
	listKind
	funcKind
	kinds
)

func (k kind) String() string {
	return [...]string{"map[string]any", "*lib.Box", "[]map[string]any", "func(map[string]any)"}[k]
}

// pick makes the next choice of n.
func (g *generator) pick(n int) int {
	if len(g.choices) == 0 {
		return 0
	}
	c := int(g.choices[0])
	g.choices = g.choices[1:]
	return c % n
}

func (g *generator) name(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

// of returns a variable of the scope, the more likely the later it was declared.
func (g *generator) of(s scope, k kind) (variable, bool) {
	var all []variable
	for _, v := range slices.Backward(s) {
		if v.kind == k {
			all = append(all, v)
		}
	}
	if len(all) == 0 {
		return variable{}, false
	}
	return all[g.pick(min(len(all), 4))], true
}

var (
	harmlessKeys = []string{"plan", "theme", "seats", "tier", "locale"}
	secretKeys   = []string{"ssn", "password"}
	outerKeys    = []string{"prefs", "items", "settings"}
)

// key is one that a program may send, and now and then one that it must not.
func (g *generator) key() string {
	if g.pick(3) == 2 {
		return secretKeys[g.pick(len(secretKeys))]
	}
	return harmlessKeys[g.pick(len(harmlessKeys))]
}

// A sent is what is known of a value that a program sends.
type sent struct{ isSecret, isCyclic bool }

// look finds out what is in x, within the maps above it.
func (s *sent) look(x any, above []map[string]any) {
	switch x := x.(type) {
	case map[string]any:
		if slices.ContainsFunc(above, func(m map[string]any) bool { return isSame(m, x) }) {
			s.isCyclic = true
			return
		}
		for k, v := range x {
			s.isSecret = s.isSecret || slices.Contains(secretKeys, k)
			s.look(v, append(above, x))
		}
	case []map[string]any:
		for _, m := range x {
			s.look(m, above)
		}
	}
}

func isSame(m, n map[string]any) bool {
	return reflect.ValueOf(m).Pointer() == reflect.ValueOf(n).Pointer()
}

// New makes a program that imports the SDK from path.
func New(choices []byte, path string) *Program {
	g := &generator{choices: choices}
	for range g.pick(4) {
		g.function()
	}
	body, s := g.block(nil, 3+g.pick(8), 0)
	what, ok := g.of(s, mapKind)
	if !ok {
		s, body = g.declare(s, body)
		what = s[len(s)-1]
	}
	var lib, app strings.Builder
	lib.WriteString(prelude)
	app.WriteString("package app\n\nimport (\n\t\"maps\"\n\n\t\"example.com/lib\"\n\tcustomerio \"" + path + "\"\n)\n\nvar _ = maps.Clone[map[string]any]\n\nvar _ lib.Box\n\n")
	for _, f := range g.funcs {
		if f.lib {
			lib.WriteString(strings.ReplaceAll(f.text(), "lib.", ""))
		} else {
			app.WriteString(f.text())
		}
	}
	app.WriteString("func Do(c *customerio.CustomerIO) {\n" + textOf(body) + "_ = c.Identify(\"u\", " + what.name + ")\n}\n")
	p := &Program{Lib: lib.String(), App: app.String(), Exact: !g.lossy}
	for bits, longest := 0, 0; bits < 1<<min(longest, maxAsked); bits++ {
		r := &run{vars: map[string]any{}, way: &way{bits: bits}}
		r.all(body)
		var is sent
		is.look(r.m(what.name), nil)
		p.Leaks = p.Leaks || is.isSecret
		p.Exact = p.Exact && !is.isCyclic
		longest = max(longest, r.way.asked)
		p.Exact = p.Exact && longest <= maxAsked
	}
	return p
}

const prelude = `package lib

import (
	"maps"
	"math/rand/v2"
)

type Box struct {
	M map[string]any
	N *Box
}

func (b *Box) Next() *Box {
	if b.N == nil {
		return &Box{M: map[string]any{}}
	}
	return b.N
}

func (b *Box) Set(k string, v any) { b.M[k] = v }

func (b Box) Fields() map[string]any { return b.M }

func Coin() bool { return rand.IntN(2) == 0 }

func Same[T any](x T) T { return x }

func Sub(m map[string]any, k string) map[string]any {
	if s, ok := m[k].(map[string]any); ok {
		return s
	}
	return map[string]any{}
}

var _ = maps.Clone[map[string]any]

`

func textOf(body []statement) string {
	var b strings.Builder
	for _, s := range body {
		b.WriteString(s.text)
	}
	return b.String()
}

func (r *run) all(body []statement) {
	for _, s := range body {
		s.run(r)
	}
}

// holds says what the next unknown condition is.
func (r *run) holds() bool {
	r.way.asked++
	return r.way.bits>>min(r.way.asked-1, maxAsked)&1 == 1
}

func (r *run) m(name string) map[string]any   { return r.vars[name].(map[string]any) }
func (r *run) b(name string) *box             { return r.vars[name].(*box) }
func (r *run) l(name string) []map[string]any { return r.vars[name].([]map[string]any) }

// function adds one that the rest of the program may call.
func (g *generator) function() {
	f := &function{name: g.name("F"), lib: g.pick(2) == 1}
	g.inLib = f.lib
	for range 1 + g.pick(3) {
		f.params = append(f.params, variable{g.name("p"), []kind{mapKind, boxKind, mapKind, listKind, funcKind}[g.pick(5)]})
	}
	body, s := g.block(slices.Clone(f.params), 1+g.pick(4), 1)
	if v, ok := g.of(s, mapKind); ok {
		f.value = v.name
	} else {
		s, body = g.declare(s, body)
		f.value = s[len(s)-1].name
	}
	f.body = body
	g.funcs = append(g.funcs, f)
	g.inLib = false
}

func (f *function) text() string {
	var params []string
	for _, p := range f.params {
		params = append(params, p.name+" "+p.kind.String())
	}
	return fmt.Sprintf("func %s(%s) %s {\n%sreturn %s\n}\n\n", f.name, strings.Join(params, ", "), mapKind, textOf(f.body), f.value)
}

// block is n statements. It returns what can be used after it.
func (g *generator) block(s scope, n, depth int) ([]statement, scope) {
	var body []statement
	for tries := 4 * n; n > 0 && tries > 0; tries-- {
		m := moves[g.pick(len(moves))]
		if m.nests && depth == 3 {
			continue
		}
		if t, vars, ok := m.make(g, s, depth); ok {
			g.lossy = g.lossy || m.lossy || m.binds && g.branches > 0
			body = append(body, t)
			s = append(s, vars...)
			n--
		}
	}
	return body, s
}

// declare adds a map.
func (g *generator) declare(s scope, body []statement) (scope, []statement) {
	v := variable{g.name("m"), mapKind}
	k := harmlessKeys[g.pick(len(harmlessKeys))]
	text := fmt.Sprintf("%s := map[string]any{%q: \"free\"}\n_ = %[1]s\n", v.name, k)
	return append(s, v), append(body, statement{text, func(r *run) { r.vars[v.name] = map[string]any{k: "free"} }})
}

// define is a statement that declares v, whose value is the expression.
func define(v variable, expr string, value func(*run) any) (statement, []variable, bool) {
	return statement{fmt.Sprintf("%s := %s\n_ = %[1]s\n", v.name, expr), func(r *run) { r.vars[v.name] = value(r) }}, []variable{v}, true
}

// plain is a statement that declares nothing.
func plain(text string, do func(*run)) (statement, []variable, bool) {
	return statement{text + "\n", do}, nil, true
}

func none() (statement, []variable, bool) { return statement{}, nil, false }
