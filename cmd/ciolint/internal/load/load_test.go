package load

import (
	"context"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/internal/scratch"
)

// module writes a module of files and returns how to load all of it.
func module(t *testing.T, files map[string]string) *Config {
	t.Helper()
	return &Config{Dir: scratch.Module(t, files), Env: scratch.Env(), Patterns: []string{"./..."}}
}

// TestLoad: packages are checked when they are asked for, their imports come
// from source where facts matter, and syntax is forgotten on demand.
func TestLoad(t *testing.T) {
	t.Parallel()
	p, err := Load(t.Context(), module(t, map[string]string{
		"a/a.go":        "package a\n\nimport \"example.com/shop/b\"\n\nvar A = b.B\n",
		"b/b.go":        "package b\n\nimport \"strings\"\n\nvar B = strings.ToLower(\"B\")\n",
		"b/b_test.go":   "package b\n\nvar inTest = B\n",
		"b/out_test.go": "package b_test\n\nimport \"example.com/shop/b\"\n\nvar _ = b.B\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	var asked []string
	for _, pkg := range p.Asked {
		asked = append(asked, pkg.ID)
	}
	if want := []string{"example.com/shop/a", "example.com/shop/b [example.com/shop/b.test]", "example.com/shop/b_test [example.com/shop/b.test]"}; !slices.Equal(asked, want) {
		t.Fatalf("asked for are %q, want %q", asked, want)
	}
	a := p.Asked[0]
	if b := a.Imports["example.com/shop/b"]; b == nil || len(a.Imports) != 1 || b.ID != "example.com/shop/b" {
		t.Fatalf("a imports %v", a.Imports)
	}
	if findings, facts := p.Wanted(a.Types); !findings || facts {
		t.Errorf("of a, findings are wanted: %v, facts: %v", findings, facts)
	}
	b := a.Imports["example.com/shop/b"]
	if findings, facts := p.Wanted(b.Types); findings || !facts {
		t.Errorf("of b without its tests, findings are wanted: %v, facts: %v", findings, facts)
	}
	for _, pkg := range []*types.Package{b.Types, a.Types} {
		if checked, err := p.Check(pkg); err != nil || len(checked.Syntax) != 1 || checked.TypesInfo == nil {
			t.Fatalf("%s: %v, %d files", pkg.Path(), err, len(checked.Syntax))
		}
	}
	if a.Types.Scope().Lookup("A").Type() != types.Typ[types.String] {
		t.Error("A is no string")
	}
	if p.Release(a); a.Syntax != nil || a.TypesInfo != nil || a.Types == nil {
		t.Error("release forgets the syntax, and only that")
	}
	if !p.Has("strings") || !p.Has("example.com/shop/b") || p.Has("example.com/shop/b [example.com/shop/b.test]") || p.Has("example.com/shop/c") {
		t.Error("the program has its packages, by import path, and no other")
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("errors: %v", errs)
	}
	if dirs := p.ModuleDirs(); len(dirs) != 1 {
		t.Errorf("modules are in %q", dirs)
	}
}

// TestErrors: each error is told once, where it is, and a package that imports
// a broken one adds nothing.
func TestErrors(t *testing.T) {
	t.Parallel()
	c := module(t, map[string]string{
		"syntax/a.go":  "package syntax\n\nfunc {\n",
		"wrong/a.go":   "package wrong\n\nvar X int = \"x\"\n",
		"above/a.go":   "package above\n\nimport \"example.com/shop/wrong\"\n\nvar Y = wrong.X\n",
		"missing/a.go": "package missing\n\nimport \"example.com/shop/nowhere\"\n\nvar Z = nowhere.X\n",
		"fine/a.go":    "package fine\n",
	})
	p, err := Load(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	ill := map[string]bool{}
	for _, n := range p.graph.nodes { // in the order of imports
		if n.pkg != nil {
			_, err := p.Check(n.pkg.Types)
			ill[n.path] = err != nil
		}
	}
	for name, want := range map[string]bool{"syntax": true, "wrong": true, "above": true, "missing": true, "fine": false} {
		if ill["example.com/shop/"+name] != want {
			t.Errorf("%s is ill: %v", name, !want)
		}
	}
	var got []string
	for _, e := range p.Errors() {
		pos := strings.TrimPrefix(filepath.ToSlash(e.Pos), filepath.ToSlash(c.Dir)+"/")
		got = append(got, pos)
	}
	slices.Sort(got)
	for _, want := range []string{"missing/a.go:3:8", "syntax/a.go:3:6", "wrong/a.go:3:13"} {
		n := 0
		for _, pos := range got {
			if pos == want {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%d errors at %s: %q", n, want, got)
		}
	}
	if slices.ContainsFunc(got, func(pos string) bool { return strings.HasPrefix(pos, "above/") }) {
		t.Errorf("what is above the error repeats it: %q", got)
	}
}

func TestLoadFails(t *testing.T) {
	t.Parallel()
	c := module(t, map[string]string{"a.go": "package shop\n"})
	c.Patterns = []string{"./nowhere"}
	if _, err := Load(t.Context(), c); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("a pattern that matches nothing: %v", err)
	}
	c.Patterns = []string{"./..."}
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(os.ErrDeadlineExceeded)
	if _, err := Load(ctx, c); err != os.ErrDeadlineExceeded {
		t.Errorf("an interrupted run ends with %v, not with its cause", err)
	}
}
