package text_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/coretest"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/text"
)

// read is the shape of what f returns in a program.
func read(t *testing.T, src string) (text.Text, *limit.Tally) {
	t.Helper()
	core := coretest.Build(t, "package p\n"+src)
	tally := &limit.Tally{}
	for _, b := range core.Func("f").Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			return text.Reader{Core: core, Tally: tally}.Read(ret.Results[0], nil), tally
		}
	}
	t.Fatal("f does not return")
	return nil, nil
}

func TestRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ src, want string }{
		"constant":        {`func f() string { return "a" }`, "a"},
		"concatenation":   {`func f(id string) string { return "a/" + id + "/b" }`, "a/{}/b"},
		"conversion":      {`type T string; func f(id T) string { return "a/" + string(id) }`, "a/{}"},
		"Sprintf":         {`import "fmt"; func f(id string, n int) string { return fmt.Sprintf("a/%s/%04d/%%", id, n) }`, "a/{}/{}/%"},
		"Sprint":          {`import "fmt"; func f(id string) string { return fmt.Sprint("a/", id) }`, "a/{}"},
		"unknown format":  {`import "fmt"; func f(s string) string { return fmt.Sprintf(s, "a") }`, "{}"},
		"Join":            {`import "strings"; func f(id string) string { return strings.Join([]string{"a", id}, "/") }`, "a/{}"},
		"escaped":         {`import "net/url"; func f(id string) string { return "a/" + url.PathEscape(id) }`, "a/{}"},
		"trimmed":         {`import "strings"; func f() string { return strings.TrimRight("a", "/") + "/b" }`, "a/b"},
		"path":            {`import "path"; func f(id string) string { return path.Join("a/", id, "/b") }`, "a/{}/b"},
		"joined path":     {`import "net/url"; func f(id string) string { s, _ := url.JoinPath("a", id); return s }`, "a/{}"},
		"helper":          {`func g(s string) string { return s + "/b" }; func f() string { return g("a") }`, "a/b"},
		"helper's helper": {`func h(s string) string { return s + "!" }; func g(s string) string { return h(s) }; func f() string { return g("a") }`, "a!"},
		"two returns":     {`func g(b bool) string { if b { return "a" }; return "b" }; func f() string { return g(true) }`, "{}"},
		"one of several":  {`func f(b bool) string { s := "a"; if b { s = "b" }; return s + "/c" }`, "a/c"},
		"recursion":       {`func g(s string) string { return "a" + g(s) }; func f() string { return g("") }`, "aa{}"},
		"deep":            {`func f(s string) string { ` + strings.Repeat("s = s + \"a\";", 40) + ` return s }`, "{}" + strings.Repeat("a", 40)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, tally := read(t, c.src)
			if got.Shape("{}") != c.want {
				t.Errorf("got %q, want %q", got.Shape("{}"), c.want)
			}
			if tally.Total() > 0 {
				t.Errorf("widened: %s", tally)
			}
		})
	}
}

// TestPiecesLimit: what lies beyond the bound is a hole, and so no constant.
func TestPiecesLimit(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString("func g0() string { return \"a\" }\n")
	for i := range 12 {
		fmt.Fprintf(&src, "func g%d() string { return g%d() + g%d() }\n", i+1, i, i)
	}
	src.WriteString("func f() string { return g12() }")
	got, tally := read(t, src.String())
	if tally.Of(limit.Pieces) == 0 {
		t.Error("the bound was not noted")
	}
	if s, ok := got.Constant(); ok {
		t.Errorf("a text of 4096 pieces is taken for %d", len(s))
	}
	if len(got.Holes()) == 0 || !strings.HasPrefix(got.Shape("{}"), "aaaa") {
		t.Errorf("what was read before the bound is lost: %q", got.Shape("{}"))
	}
}

func TestEnv(t *testing.T) {
	t.Parallel()
	core := coretest.Build(t, `package p
		func f(s string) string { return s + "/" }
		func g(t string) { f(t) }
		func h() { g("a") }`)
	f, g := core.Func("f"), core.Func("g")
	inner, outer := core.Calls("g", "f")[0], core.Calls("h", "g")[0]
	var none *text.Env
	e := none.Above(inner, f)
	if got := e.Outermost(f); got != g {
		t.Errorf("the outermost function is %v, not g", got)
	}
	r := text.Reader{Core: core, Tally: &limit.Tally{}}
	if got := r.Read(f.Params[0], e).Shape("{}"); got != "{}" {
		t.Errorf("seen from g: %q", got)
	}
	if !r.Read(f.Params[0], e).DependsOn(g) {
		t.Error("seen from g, the text does not depend on g")
	}
	e = e.Above(outer, g)
	if got := r.Constant(f.Params[0], e); got != "a" {
		t.Errorf("seen from h: %q", got)
	}
	if !e.Has(inner) || !e.Has(outer) || none.Has(inner) {
		t.Error("Has is wrong")
	}
}
