package precede_test

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/coretest"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
)

// people is the start of every program.
const people = `package p
	import ("context"; "errors"; "log"; "net/http"; "strings"; "golang.org/x/sync/errgroup")
	var _, _, _, _ = errors.Is, log.Print, http.Post, strings.ToLower
	var _ = errgroup.WithContext
	var _ context.Context
	type user struct{ ID, Email string; next *user; left, right *user }
	func (u *user) GetID() string { return u.ID }
	func (u *user) Next() *user
	func suppress(id string) error
	func remove(id string) error
	func open() bool
	var _ = open
`

type program struct {
	*precede.Analysis
	core  *coretest.Core
	tally *limit.Tally
}

func build(t *testing.T, src string, facts map[string]*precede.Fact) program {
	t.Helper()
	core, tally := coretest.Build(t, people+src), &limit.Tally{}
	imported := func(fn *types.Func) *precede.Fact { return facts[fn.FullName()] }
	return program{precede.New(core, tally, imported), core, tally}
}

// operations are the calls in the program of a function, on whom its argument
// names.
func (p program) operations(name string) []precede.Operation {
	var out []precede.Operation
	for _, call := range p.core.Calls("", name) {
		out = append(out, precede.Operation{At: call, Subject: p.Subject(call.Common().Args[0])})
	}
	return out
}

// verdict is what is said of each deletion in a program, in order.
func (p program) verdict() string {
	var out []string
	order := p.Order(p.operations("suppress"))
	for _, op := range p.operations("remove") {
		switch {
		case !order.Before(op):
			out = append(out, "no")
		case !order.SurelyBefore(op):
			out = append(out, "perhaps")
		case len(order.StopsAtError(op)) > 0:
			out = append(out, "stops")
		default:
			out = append(out, "yes")
		}
	}
	return strings.Join(out, " ")
}

func TestOrder(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ src, want string }{
		"before":           {`func f(id string) error { if err := suppress(id); err != nil { return err }; return remove(id) }`, "yes"},
		"after":            {`func f(id string) { remove(id); suppress(id) }`, "no"},
		"not at all":       {`func f(id string) { remove(id) }`, "no"},
		"one way around":   {`func f(id string) { if open() { suppress(id) }; remove(id) }`, "no"},
		"another one":      {`func f(a, b string) { suppress(a); remove(b) }`, "no"},
		"in a goroutine":   {`func f(id string) { go suppress(id); remove(id) }`, "no"},
		"deferred":         {`func f(id string) { defer remove(id); suppress(id) }`, "perhaps"},
		"failure ignored":  {`func f(id string) { suppress(id); remove(id) }`, "perhaps"},
		"failure logged":   {`func f(id string) { if err := suppress(id); err != nil { log.Print(err) }; remove(id) }`, "perhaps"},
		"by the callee":    {`func g(id string) error { return suppress(id) }; func f(id string) error { if err := g(id); err != nil { return err }; return remove(id) }`, "yes"},
		"callee may not":   {`func g(id string) error { if open() { return nil }; return suppress(id) }; func f(id string) error { if err := g(id); err != nil { return err }; return remove(id) }`, "no"},
		"by the caller":    {`func g(id string) error { return remove(id) }; func f(id string) error { if err := suppress(id); err != nil { return err }; return g(id) }`, "yes"},
		"by one caller":    {`func g(id string) { remove(id) }; func f(id string) { suppress(id); g(id) }; func h(id string) { g(id) }`, "no"},
		"a literal":        {`func f(id string) error { del := func() error { return remove(id) }; if err := suppress(id); err != nil { return err }; return del() }`, "yes"},
		"a deferred one":   {`func f() { defer func() { suppress("007") }(); remove("007") }`, "no"},
		"one that is run":  {`func f() error { err := func() error { return suppress("007") }(); if err != nil { return err }; return remove("007") }`, "yes"},
		"lower case":       {`func f(id string) error { if err := suppress(id); err != nil { return err }; return remove(strings.ToLower(id)) }`, "yes"},
		"a getter":         {`func f(u *user) error { if err := suppress(u.GetID()); err != nil { return err }; return remove(u.GetID()) }`, "yes"},
		"another field":    {`func f(u *user) { suppress(u.Email); remove(u.ID) }`, "no"},
		"loop stops":       {`func f(us []user) error { for i := range us { if err := suppress(us[i].ID); err != nil { continue }; if err := remove(us[i].ID); err != nil { return err } }; return nil }`, "stops"},
		"loop goes on":     {`func f(us []user) { for i := range us { if err := suppress(us[i].ID); err != nil { continue }; if err := remove(us[i].ID); err != nil { log.Print(err) } } }`, "yes"},
		"stops at one":     {`var gone error; func f(us []user) error { for i := range us { if err := suppress(us[i].ID); err != nil { continue }; if err := remove(us[i].ID); errors.Is(err, gone) { return err } }; return nil }`, "yes"},
		"two loops":        {`func f(us []user) { for i := range us { suppress(us[i].ID) }; for i := range us { remove(us[i].ID) } }`, "perhaps"},
		"group that stops": {`func f(ctx context.Context, us []user) error { g, ctx := errgroup.WithContext(ctx); for i := range us { id := us[i].ID; g.Go(func() error { if ctx.Err() != nil { return nil }; if suppress(id) != nil { return nil }; return remove(id) }) }; return g.Wait() }`, "stops"},
		"a recursion":      {`func f(u *user) error { if u == nil { return nil }; if err := suppress(u.ID); err != nil { return err }; if err := remove(u.ID); err != nil { return err }; return f(u.next) }`, "yes"},
		"a tree":           {`func f(u *user) error { if u == nil { return nil }; if err := suppress(u.ID); err != nil { return err }; if err := f(u.left); err != nil { return err }; return f(u.right) }; func g(u *user) error { if err := f(u); err != nil { return err }; return remove(u.left.ID) }`, "no"},
		"switched off":     {`type s struct{ off, v2 bool }; func (s *s) sup(id string) error { if s.off || s.v2 { return nil }; return suppress(id) }; func (s *s) f(id string) error { if err := s.sup(id); err != nil { return err }; return remove(id) }`, "yes"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := build(t, c.src, nil)
			if got := p.verdict(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestOperationsLimit: beyond the bound nobody is known to be suppressed.
func TestOperationsLimit(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{limit.Operations.Max: "yes", limit.Operations.Max + 1: "no"} {
		var params, body []string
		for i := range n {
			params = append(params, fmt.Sprintf("a%d", i))
			body = append(body, fmt.Sprintf("if err := suppress(a%d); err != nil { return err }", i))
		}
		p := build(t, fmt.Sprintf("func f(%s string) error { %s; return remove(a%d) }", strings.Join(params, ", "), strings.Join(body, "; "), n-1), nil)
		if got := p.verdict(); got != want {
			t.Errorf("%d operations: got %q, want %q", n, got, want)
		}
		if reached := p.tally.Of(limit.Operations) > 0; reached != (want == "no") {
			t.Errorf("%d operations: widened: %s", n, p.tally)
		}
	}
}

// TestPathLimit: people so deep in a list that the bound cuts their paths are
// not taken for one another, nor for themselves.
func TestPathLimit(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{3: "yes", limit.Path.Max + 1: "no"} {
		u := "u" + strings.Repeat(".Next()", n) + ".ID"
		p := build(t, fmt.Sprintf("func f(u *user) error { if err := suppress(%s); err != nil { return err }; return remove(%s) }", u, u), nil)
		if got := p.verdict(); got != want {
			t.Errorf("%s: got %q, want %q", u, got, want)
		}
		if reached := p.tally.Of(limit.Path) > 0; reached != (want == "no") {
			t.Errorf("%s: widened: %s", u, p.tally)
		}
	}
}

// TestCircle: variables that are set to one another name nobody.
func TestCircle(t *testing.T) {
	t.Parallel()
	p := build(t, `func f(other string) error {
		var a, b *user
		set := func() { a = b; b = a }
		set()
		if err := suppress(other); err != nil { return err }
		return remove(a.ID)
	}`, nil)
	if got := p.verdict(); got != "no" {
		t.Errorf("got %q", got)
	}
}

// TestDelegated: an exported function may leave the suppression to importers.
func TestDelegated(t *testing.T) {
	t.Parallel()
	p := build(t, `func Remove(id string) error { return remove(id) }`, nil)
	op := p.operations("remove")[0]
	order := p.Order(nil)
	if order.Before(op) {
		t.Error("nobody may suppress before, and yet it is taken to be done")
	}
	order.Delegate = func(*ssa.Function) bool { return true }
	if !order.Before(op) {
		t.Error("it is not left to importers")
	}
	if d := order.Delegated(); len(d) != 1 || d[0].At != op.At {
		t.Errorf("delegated: %v", d)
	}
}

// names returns the functions of operations.
func names(ops []precede.Operation) []string {
	var out []string
	for _, op := range ops {
		out = append(out, op.At.Parent().Name())
	}
	slices.Sort(out)
	return out
}

func TestAbove(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString("func f0(id string) { remove(id) }\n")
	for i := range 100 {
		fmt.Fprintf(&src, "func f%d(id string) { f%d(id) }\n", i+1, i)
	}
	src.WriteString("func r(id string) { r(id); f100(id) }")
	p := build(t, src.String(), nil)
	if got := names(p.Above(p.operations("remove")[0])); len(got) != 103 {
		t.Errorf("%d operations, want one in each function, and two in r", len(got))
	}
}
