package precede_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
)

// facts returns what importers learn of a program, by the names of functions.
func (p program) facts() map[string]*precede.Fact {
	for _, op := range p.Order(p.operations("suppress")).Done() {
		p.Export(precede.Suppresses, "", op)
	}
	for _, op := range p.operations("remove") {
		for _, x := range p.Above(op) {
			p.Export(precede.Deletes, "remove", x)
		}
	}
	out := map[string]*precede.Fact{}
	for fn, f := range p.Facts() {
		out[fn.Name()] = f
	}
	return out
}

func TestFacts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ src, want string }{
		"suppresses":    {`func F(id string) error { return suppress(id) }`, "suppresses p0"},
		"a part":        {`func F(n int, u *user) error { return suppress(u.ID) }`, "suppresses p1.ID"},
		"silently":      {`func F(id string) { suppress(id) }`, "suppresses p0 silently"},
		"a constant":    {`func F() error { return suppress("007") }`, "suppresses text(3)"},
		"not always":    {`func F(id string) error { if open() { return nil }; return suppress(id) }`, ""},
		"not theirs":    {`var u user; func F() error { return suppress(u.ID) }`, ""},
		"deletes":       {`func F(id string) error { return remove(id) }`, "deletes p0"},
		"by the callee": {`func g(id string) error { return suppress(id) }; func F(u user) error { return g(u.Email) }`, "suppresses p0.Email"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := build(t, c.src, nil).facts()["F"]
			if f == nil {
				f = &precede.Fact{}
			}
			if got := f.String(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			var b bytes.Buffer
			var back precede.Fact
			if err := gob.NewEncoder(&b).Encode(f); err != nil {
				t.Fatal(err)
			}
			if err := gob.NewDecoder(&b).Decode(&back); err != nil || !reflect.DeepEqual(&back, f) {
				t.Errorf("decoded as %v: %v", &back, err)
			}
		})
	}
}

// TestImported: what a fact says of a function is what its calls do. Here
// strings.ToLower stands for a function of another package.
func TestImported(t *testing.T) {
	t.Parallel()
	const src = `func f(u *user) error { strings.ToLower(u.ID); return remove(u.ID) }`
	for name, c := range map[string]struct {
		of   precede.SubjectFact
		want bool
	}{
		"the same":      {precede.SubjectFact{Param: 0}, true},
		"somebody else": {precede.SubjectFact{Param: -1, Text: "007"}, false},
		"somewhere":     {precede.SubjectFact{Param: 0, Widened: true}, true},
		"somebody":      {precede.SubjectFact{Param: -1, Widened: true}, false},
	} {
		fact := &precede.Fact{Ops: []precede.OpFact{{Kind: precede.Suppresses, Subject: []precede.SubjectFact{c.of}}}}
		p := build(t, src, map[string]*precede.Fact{"strings.ToLower": fact})
		var ops []precede.Operation
		for _, m := range p.Imported(p.core.Calls("f", "ToLower")[0]) {
			ops = append(ops, m.Operation)
		}
		if got := p.Order(ops).Before(p.operations("remove")[0]); len(ops) != 1 || got != c.want {
			t.Errorf("%s: %d operations, before %t, want %t", name, len(ops), got, c.want)
		}
	}
}

// TestOpFactsLimit: importers learn that the function deletes somebody else,
// and not whom.
func TestOpFactsLimit(t *testing.T) {
	t.Parallel()
	var params, body []string
	for i := range limit.OpFacts.Max + 3 {
		params = append(params, fmt.Sprintf("a%d", i))
		body = append(body, fmt.Sprintf("remove(a%d)", i))
	}
	p := build(t, fmt.Sprintf("func F(%s string) { %s }", strings.Join(params, ", "), strings.Join(body, "; ")), nil)
	f := p.facts()["F"]
	want := precede.OpFact{Kind: precede.Deletes, Name: "remove", Silent: true, Subject: []precede.SubjectFact{{Param: -1, Widened: true}}}
	n := 0
	for _, op := range f.Ops {
		if reflect.DeepEqual(op, want) {
			n++
		}
	}
	if n != 1 || len(f.Ops) != limit.OpFacts.Max+1 || p.tally.Of(limit.OpFacts) == 0 {
		t.Errorf("%d facts, %d of them on somebody unknown: %s", len(f.Ops), n, f)
	}
	if !slices.ContainsFunc(f.Ops, func(op precede.OpFact) bool { return op.String() == "deletes p0" }) {
		t.Error("what was known before the bound is lost")
	}
}
