package ssautil_test

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssatest"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// callOf is the call of a function in f.
func callOf(t *testing.T, f *ssa.Function, name string) *ssa.Call {
	t.Helper()
	for _, b := range f.Blocks {
		for _, in := range b.Instrs {
			if c, ok := in.(*ssa.Call); ok && c.Call.StaticCallee() != nil && c.Call.StaticCallee().Name() == name {
				return c
			}
		}
	}
	t.Fatalf("no call of %s", name)
	return nil
}

func TestBranchesOn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		body string
		want int
	}{
		"looked at":                 {`if check() { done() }`, 1},
		"ignored":                   {`check(); if other() { done() }`, 0},
		"through a variable":        {`ok := check(); if other() { ok = true }; if ok { done() }`, 1},
		"set in a branch":           {`ok := false; if check() { ok = true }; if ok { done() }`, 2},
		"through a captured one":    {`ok := check(); f := func() { ok = false }; f(); if !ok { done() }`, 1},
		"through a field":           {`var v struct{ ok bool }; v.ok = check(); p := &v; done(); if p.ok { done() }`, 1},
		"of something else's field": {`var v, w struct{ ok bool }; v.ok = check(); _ = v; if w.ok { done() }`, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pkg, _ := ssatest.Build(t, "package p\nfunc check() bool\nfunc other() bool\nfunc done()\nfunc f() { "+c.body+" }")
			f := pkg.Func("f")
			if got := len(ssautil.BranchesOn(f, callOf(t, f, "check"))); got != c.want {
				t.Errorf("%s: %d branches, want %d", c.body, got, c.want)
			}
		})
	}
}

func TestOnlyReadsThrough(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		body string
		want bool
	}{
		"read":            {`_ = head.next`, true},
		"walked":          {`for n := head; n != nil; n = n.next { _ = n.name }`, true},
		"set":             {`head = nil`, false},
		"changed":         {`head.name = ""`, false},
		"changed in walk": {`for n := head; n != nil; n = n.next { n.name = "" }`, false},
		"handed on":       {`g(head)`, false},
	} {
		pkg, _ := ssatest.Build(t, "package p\ntype node struct { next *node; name string }\nvar head *node\nfunc g(*node)\nfunc f() { "+c.body+" }")
		head, only := pkg.Var("head"), true
		for _, b := range pkg.Func("f").Blocks {
			for _, in := range b.Instrs {
				if slices.ContainsFunc(in.Operands(nil), func(op *ssa.Value) bool { return *op == head }) {
					only = only && ssautil.OnlyReadsThrough(in, head)
				}
			}
		}
		if only != c.want {
			t.Errorf("%s: %s only reads: %t, want %t", name, c.body, only, c.want)
		}
	}
}

func TestFunctionsUsed(t *testing.T) {
	t.Parallel()
	pkg, _ := ssatest.Build(t, `package p
type s struct{}
func (s) method() {}
func called() {}
func taken() {}
func generic[T any](T) {}
func unused() {}
func f() { called(); _ = taken; g := s{}.method; g(); generic(1) }`)
	var got []string
	for _, fn := range ssautil.FunctionsUsed(pkg.Func("f")) {
		if fn.Synthetic == "" {
			got = append(got, fn.Name())
		}
	}
	slices.Sort(got)
	got = slices.Compact(got) // once for each use, also by debug information
	if want := []string{"called", "generic", "method", "taken"}; !slices.Equal(got, want) {
		t.Errorf("uses %q, want %q", got, want)
	}
}

func TestIsStandard(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]bool{
		"net/http": true, "fmt": true, "crypto/hmac": true,
		"github.com/x/y": false, "example.com": false, "nethttp": false, "": false,
	} {
		if got := ssautil.IsStandard(path); got != want {
			t.Errorf("IsStandard(%q) = %t, want %t", path, got, want)
		}
	}
}
