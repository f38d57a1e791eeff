package fix

import (
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestRemove: the mark begins where the key "ssn" is written, as the engine
// says it: at the colon of an entry, the bracket of an assignment or the
// parenthesis of a method call.
func TestRemove(t *testing.T) {
	t.Parallel()
	run(t, []example{
		{"the first entry of a line", `package p

func f(v, w string) map[string]any { return map[string]any{"ssn"«:» v, "plan": w} }
`, `package p

func f(v, w string) map[string]any { return map[string]any{"plan": w} }
`},
		{"the last entry of a line", `package p

func f(v, w string) map[string]any { return map[string]any{"plan": w, "ssn"«:» v} }
`, `package p

func f(v, w string) map[string]any { return map[string]any{"plan": w} }
`},
		{"the only entry", `package p

func f(v string) map[string]any { return map[string]any{"ssn"«:» v} }
`, `package p

func f(v string) map[string]any { return map[string]any{} }
`},
		{"a line of its own, with its comment", `package p

func f(v, w string) map[string]any {
	return map[string]any{
		"plan": w,
		"ssn"«:» v, // for the fraud team
		"name": w,
	}
}
`, `package p

func f(v, w string) map[string]any {
	return map[string]any{
		"plan": w,
		"name": w,
	}
}
`},
		{"an assignment", `package p

func f(m map[string]any, v string) {
	m["plan"] = 1

	m«[»"ssn"] = v
}
`, `package p

func f(m map[string]any, v string) {
	m["plan"] = 1
}
`},
		{"an assignment and the if around it", `package p

func f(m map[string]any, v string) {
	if v != "" {
		m«[»"ssn"] = v
	}
	m["plan"] = 1
}
`, `package p

func f(m map[string]any, v string) {
	m["plan"] = 1
}
`},
		{"an if with an else stays", `package p

func f(m map[string]any, v string) {
	if v != "" {
		m«[»"ssn"] = v
	} else {
		m["plan"] = 1
	}
}
`, `package p

func f(m map[string]any, v string) {
	if v != "" {
	} else {
		m["plan"] = 1
	}
}
`},
		{"a link of a chain", `package p

type traits map[string]any

func (t traits) Set(key string, v any) traits { t[key] = v; return t }

func f(v string) traits { return traits{}.Set("plan", 1).Set«(»"ssn", v) }
`, `package p

type traits map[string]any

func (t traits) Set(key string, v any) traits { t[key] = v; return t }

func f(v string) traits { return traits{}.Set("plan", 1) }
`},
		{"an import that nothing uses any more", `package p

import "strings"

func f(v string) map[string]any { return map[string]any{"ssn"«:» strings.TrimSpace(v)} }
`, `package p

func f(v string) map[string]any { return map[string]any{} }
`},
		{"not a value that does something", `package p

var calls int

func next() int { calls++; return calls }

func f() map[string]any { return map[string]any{"ssn"«:» next()} }
`, ""},
		{"not the only use of a variable", `package p

func g() (int, error)

func f() map[string]any {
	v, err := g()
	if err != nil {
		return nil
	}
	return map[string]any{"ssn"«:» v}
}
`, ""},
		{"not a comment of somebody else", `package p

func f(v string) map[string]any {
	return map[string]any{ // nobody may see this
		"ssn"«:» v,
	}
}
`, ""},
		{"not another key", `package p

func f(v string) map[string]any { return map[string]any{"plan"«:» v} }
`, ""},
	}, func(p *program) ([]analysis.TextEdit, bool) {
		x := p.fixer()
		e := x.Entry(p.pos, "ssn")
		if e == nil {
			return nil, false
		}
		return x.Remove(e)
	})
}

func TestEntryLiteral(t *testing.T) {
	t.Parallel()
	p := read(t, "package p\n\nvar m = map[string]any{\"ssn\"«:» 1}\n", "")
	if lit := p.fixer().Entry(p.pos, "ssn").Literal(); lit == nil || len(lit.Elts) != 1 {
		t.Errorf("the literal is %v", lit)
	}
	p = read(t, "package p\n\nfunc f(m map[string]any) { m«[»\"ssn\"] = 1 }\n", "")
	if lit := p.fixer().Entry(p.pos, "ssn").Literal(); lit != nil {
		t.Errorf("an assignment is in the literal %v", lit)
	}
	if e := p.fixer().Entry(0, "ssn"); e != nil {
		t.Errorf("nowhere there is %v", e)
	}
}

func TestPure(t *testing.T) {
	t.Parallel()
	const head = `package p

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

var (
	_ = fmt.Sprint
	_ = os.Getenv
	_ = slices.Sort[[]int]
	_ = strings.ToLower
	_ = time.Now
)

type user struct{ name string }

func (u user) Name() string { return u.name }

func (u *user) Rename() string { u.name = ""; return u.name }

func f(u user, list []int, ch chan int, call func() int) {
	_ = «`
	for expr, want := range map[string]bool{
		"u.name":                          true,
		"u.Name()":                        true,
		"strings.ToUpper(u.name) + \"x\"": true,
		"fmt.Sprintf(\"%d\", len(list))":  true,
		"time.Duration(list[0])":          true,
		"time.Now().Unix()":               true,
		"slices.Max(list)":                true,
		"func() int { return <-ch }":      true, // made, not called
		"u.Rename()":                      false,
		"call()":                          false,
		"<-ch":                            false,
		"os.Getenv(\"X\")":                false,
		"slices.Compact(list)":            false,
		"strings.Map(func(r rune) rune { call(); return r }, u.name)": false,
		"time.After(1)": false,
	} {
		p := read(t, head+expr+"»\n}\n", "")
		if got := p.fixer().pure(p.marked()); got != want {
			t.Errorf("%s: pure is %v", expr, got)
		}
	}
}
