package ssautil_test

import (
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/coretest"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

func TestMentions(t *testing.T) {
	t.Parallel()
	core := coretest.Build(t, `package p
		func g(func()) {}
		func f(s string) { h := func() { _ = s }; h(); g(func() {}) }`)
	literals := core.Func("f").AnonFuncs
	if ins := ssautil.Mentions(literals[0]); len(ins) != 1 {
		t.Errorf("a closure is mentioned %d times, not where it is made", len(ins))
	} else if _, ok := ins[0].(*ssa.MakeClosure); !ok {
		t.Errorf("a closure is mentioned by %v", ins[0])
	}
	if ins := ssautil.Mentions(literals[1]); len(ins) != 1 {
		t.Errorf("a literal is mentioned %d times, not where it is passed", len(ins))
	}
	if ins := ssautil.Mentions(core.Func("g")); len(ins) != 0 {
		t.Errorf("a function is mentioned %d times", len(ins))
	}
}

func TestSetOnce(t *testing.T) {
	t.Parallel()
	core := coretest.Build(t, `package p
		type part struct{ ID, Name string }
		type user struct{ part part; age int }
		func f(u *user)
		func once(p part) { f(&user{part: p}) }
		func twice(p part) { u := &user{part: p}; u.part = part{}; f(u) }`)
	id := content.Path{{Kind: content.Field, Name: "part"}, {Kind: content.Field, Name: "ID"}}
	for name, want := range map[string]bool{"once": true, "twice": false} {
		fn := core.Func(name)
		x := core.Calls(name, "f")[0].Common().Args[0].(*ssa.Alloc)
		v, rest, ok := ssautil.SetOnce(x, id)
		if ok != want {
			t.Errorf("%s: %t", name, ok)
		}
		if ok && (v != ssa.Value(fn.Params[0]) || rest.String() != ".ID") {
			t.Errorf("%s: %v at %s", name, v, rest)
		}
	}
}

func TestAfter(t *testing.T) {
	t.Parallel()
	core := coretest.Build(t, `package p
		func g(string) string
		func f(s string) { g(g(s)) }`)
	calls := core.Calls("f", "g")
	p := ssautil.After(calls[0].(*ssa.Call))
	var graph ssautil.Graph
	if !graph.Reaches(calls[0], p) || graph.Reaches(calls[1], p) {
		t.Errorf("%v is not just after the first call", p.In)
	}
	if p := ssautil.After(core.Func("f").Params[0]); p != (ssautil.Point{}) {
		t.Errorf("a parameter is computed before %v", p.In)
	}
}

func TestVisible(t *testing.T) {
	t.Parallel()
	core := coretest.Build(t, `package p
		func F() { func() {}() }
		func f() {}`)
	pkg := core.Package().Pkg
	if !ssautil.Visible(core.Func("F"), pkg) {
		t.Error("F is not visible")
	}
	for _, fn := range []*ssa.Function{core.Func("f"), core.Func("F").AnonFuncs[0]} {
		if ssautil.Visible(fn, pkg) {
			t.Errorf("%v is visible", fn)
		}
	}
}
