package symexec_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/ssatest"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// outcomes runs the function f of a package, and prints for each path that
// returns what it returns and, after "if", what was decided on it.
func outcomes(t *testing.T, source string) []string {
	t.Helper()
	pkg, funcs := ssatest.Build(t, "package p\n"+source)
	engine := symexec.New(pkg, symexec.Hooks{}, nil)
	engine.Initialize(funcs, nil)
	var out []string
	st := engine.Start(nil)
	fn := pkg.Func("f")
	var args []*symexec.Value
	for _, p := range fn.Params {
		args = append(args, st.External(p.Name(), p.Type()))
	}
	st.Enter(fn, args, nil, func(st *symexec.State, v *symexec.Value) {
		line := v.String()
		if facts := st.Choices.String(); facts != "" {
			line += " if " + facts
		}
		out = append(out, line)
	})
	slices.Sort(out)
	return out
}

func TestOutcomes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ source, want string }{
		"a constant":  {`func f() int { x := 2; return x*3 + 1 }`, `7`},
		"a parameter": {`func f(a string) string { return a }`, `a`},
		"text in parts": {
			`import "fmt"
func f(a, b string) string { return fmt.Sprintf("v0:%s:%s", a, b) }`,
			`"v0:" + a + ":" + b`,
		},
		"an unknown verb": {
			`import "fmt"
func f(a int) string { return fmt.Sprintf("v0:%08b", a) }`,
			`"v0:" + formatted~`,
		},
		"both sides of a test": {
			`func f(a string) int { if a == "" { return 1 }; return 2 }`,
			`1 if empty:a
2 if !empty:a`,
		},
		"a test is asked once": {
			`func f(a string) int { n := 0; if a != "" { n = 1 }; if len(a) > 0 { return n }; return n + 10 }`,
			`1 if !empty:a
10 if empty:a`,
		},
		"a verdict in a variable": {
			`import "errors"
func check(a string) error { if a != "good" { return errors.New("bad") }; return nil }
func f(a string) string { err := check(a); if err != nil { return "refused" }; return "accepted" }`,
			`"accepted" if eq:a="good"
"refused" if !eq:a="good"`,
		},
		"a strong update": {
			`type s struct{ a, b string }
func f(x string) string { v := &s{a: x, b: x}; v.a = "new"; return v.a + v.b }`,
			`"new" + x`,
		},
		"an alias": {
			`func f() int { x := 1; p := &x; *p = 2; return x }`,
			`2`,
		},
		"a map": {
			`func f(a string) string { m := map[string]string{"k": a, "l": "m"}; delete(m, "l"); return m["k"] + m["l"] }`,
			`a`,
		},
		"a closure that captures": {
			`func f() int { n := 1; add := func(d int) { n += d }; add(2); add(3); return n }`,
			`6`,
		},
		"deferred calls, the last first": {
			`func f() (s string) { defer func() { s += "1" }(); defer func() { s += "2" }(); return "0" }`,
			`"021"`,
		},
		"a method through an interface": {
			`type shape interface{ area() int }
type square struct{ side int }
func (s square) area() int { return s.side * s.side }
func f() int { var s shape = square{3}; return s.area() }`,
			`9`,
		},
		"the types of the package behind an interface": {
			`type shape interface{ sides() int }
type square struct{}
func (*square) sides() int { return 4 }
type triangle struct{}
func (*triangle) sides() int { return 3 }
func f(s shape) int { return s.sides() }`,
			`3
4`,
		},
		"generics": {
			`func twice[T any](x T, g func(T) T) T { return g(g(x)) }
func f() int { return twice(1, func(n int) int { return n + 1 }) }`,
			`3`,
		},
		"a buffer": {
			`import "bytes"
func f(a string) string { var b bytes.Buffer; b.WriteString("<"); b.WriteString(a); b.WriteByte('>'); return b.String() }`,
			`"<" + a + ">"`,
		},
		"a buffer through io": {
			`import ("io"; "strings")
func f(a string) string { var b strings.Builder; io.Copy(&b, io.TeeReader(strings.NewReader(a), &b)); return b.String() }`,
			`a + a`,
		},
		"a snapshot of bytes": {
			`func f(a string) string { b := []byte("x" + a); s := string(b); b = append(b, 'y'); return s }`,
			`"x" + a`,
		},
		"a channel": {
			`func f(a string) string { c := make(chan string, 1); c <- a; return <-c }`,
			`a`,
		},
		"a package-level variable that nothing changes": {
			`var prefix = "v" + "0"
func f() string { return prefix }`,
			`"v0"`,
		},
		"a package-level variable that something changes": {
			`var prefix = "v0"
func set(s string) { prefix = s }
func f() string { return prefix }`,
			`global:p.prefix`,
		},
		"a known loop": {
			`func f() int { n := 0; for i := 0; i < 64; i++ { n += i }; return n }`,
			`2016`,
		},
		"an unknown function": {
			`import "os"
func f() string { host, err := os.Hostname(); if err != nil { return "" }; return host }`,
			`"" if !nil:Hostname~1/1
Hostname~1/0 if nil:Hostname~1/1`,
		},
		"a panic ends the path": {
			`func f(a string) int { if a == "" { panic("no a") }; return 1 }`,
			`1 if !empty:a`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(outcomes(t, c.source), "\n"); got != c.want {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", c.source, got, c.want)
			}
		})
	}
}
