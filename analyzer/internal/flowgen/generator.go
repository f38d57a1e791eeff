package flowgen

import (
	"fmt"
	"slices"
	"strings"
)

type (
	// generator makes a program of the bytes of choices.
	generator struct {
		choices  []byte
		names    int
		lossy    bool
		inLib    bool // the function that is being made is one of lib
		branches int  // around the statement that is being made
		returns  bool // what is being made may return a map
		funcs    []*function

		inLiteral bool // what is being made is in a function literal
	}
	// function is one of either package, or the method Fill of a type of its own.
	function struct {
		name     string
		lib      bool
		isFiller bool
		isUsed   bool // it is called, or a value of the type is made: else fields of what it is given may hold anything
		params   []variable
		value    string // what it returns
		body     []statement
	}
	variable struct {
		name string
		kind kind
	}
	// A statement is written, and carried out.
	statement struct {
		text string
		run  func(*run)
	}
	scope []variable
	kind  int
)

const (
	mapKind kind = iota
	boxKind
	listKind
	funcKind
	keyKind
	confKind
	pointerKind
	fillerKind
	kinds
)

func (k kind) String() string {
	return [...]string{
		"map[string]any", "*lib.Box", "[]map[string]any", "func(map[string]any)",
		"string", "lib.Conf", "*map[string]any", "lib.Filler",
	}[k]
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

// of returns a variable of the scope, one of those declared last.
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

// function adds one that the rest of the program may call.
func (g *generator) function() {
	f := &function{name: g.name("F"), lib: g.pick(2) == 1}
	for range 1 + g.pick(3) {
		kind := []kind{mapKind, boxKind, mapKind, listKind, funcKind, keyKind, confKind, pointerKind, fillerKind}[g.pick(9)]
		f.params = append(f.params, variable{g.name("p"), kind})
	}
	g.inLib, g.returns = f.lib, true
	body, s := g.block(slices.Clone(f.params), 1+g.pick(4), 1)
	if v, ok := g.of(s, mapKind); ok {
		f.value = v.name
	} else {
		s, body = g.declare(s, body)
		f.value = s[len(s)-1].name
	}
	f.body = body
	g.funcs = append(g.funcs, f)
	g.inLib, g.returns = false, false
}

// filler adds a type that implements lib.Filler.
func (g *generator) filler() {
	f := &function{name: g.name("T"), lib: g.pick(2) == 1, isFiller: true, params: []variable{{g.name("p"), mapKind}}}
	g.inLib = f.lib
	f.body, _ = g.block(scope{f.params[0], {"t.M", mapKind}}, 1+g.pick(3), 1)
	g.funcs = append(g.funcs, f)
	g.inLib = false
}

// callable are the functions, or the types of fillers, that what is being made
// can name.
func (g *generator) callable(isFiller bool) []*function {
	return slices.DeleteFunc(slices.Clone(g.funcs), func(f *function) bool { return f.isFiller != isFiller || g.inLib && !f.lib })
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

// inner is a block within another one, of which nothing can be used after it.
func (g *generator) inner(s scope, n, depth int, more ...variable) []statement {
	body, _ := g.block(append(s[:len(s):len(s)], more...), n, depth+1)
	return body
}

// literal is the body of a function literal, which returns nothing.
func (g *generator) literal(s scope, n, depth int, more ...variable) []statement {
	returns, inLiteral := g.returns, g.inLiteral
	g.returns, g.inLiteral = false, true
	defer func() { g.returns, g.inLiteral = returns, inLiteral }()
	return g.inner(s, n, depth, more...)
}

// declare adds a map.
func (g *generator) declare(s scope, body []statement) (scope, []statement) {
	v := variable{g.name("m"), mapKind}
	k := harmlessKeys[g.pick(len(harmlessKeys))]
	t, _, _ := define(v, fmt.Sprintf("map[string]any{%q: \"free\"}", k), func(*run) any { return map[string]any{k: "free"} })
	return append(s, v), append(body, t)
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

// sending sends the map v.
func sending(v variable) statement {
	return statement{"_ = c.Identify(\"u\", " + v.name + ")\n", func(r *run) { r.way.send(r.m(v.name)) }}
}

func textOf(body []statement) string {
	var b strings.Builder
	for _, s := range body {
		b.WriteString(s.text)
	}
	return b.String()
}
