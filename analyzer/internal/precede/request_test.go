package precede_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
)

// asks is whether an item asks for something by its text.
func asks(what string) func(map[string][]string) bool {
	return func(texts map[string][]string) bool { return slices.Contains(texts["action"], what) }
}

// TestRequests: an operation is in the function that knows whom it is about.
func TestRequests(t *testing.T) {
	t.Parallel()
	p := build(t, `
		func do(method, path string) { http.NewRequest(method, "https://track.customer.io" + path, nil) }
		func del(id string) { do("DELETE", "/api/v1/customers/" + id) }
		func f(u *user) { suppress(u.ID); del(u.ID) }`, nil)
	reqs := p.Requests(p.core.Calls("do", "NewRequest")[0])
	if len(reqs) != 1 {
		t.Fatalf("%d requests, want 1", len(reqs))
	}
	if got := names([]precede.Operation{reqs[0].Operation}); !slices.Equal(got, []string{"del"}) && !slices.Equal(got, []string{"f"}) {
		t.Errorf("the operation is in %v", got)
	}
	if order := p.Order(p.operations("suppress")); !order.Before(reqs[0].Operation) {
		t.Error("the person is not known to be suppressed before")
	}
}

// TestAnyRequest: a request of which nothing is known is an operation that
// nothing comes before.
func TestAnyRequest(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString("func do(path string) { http.NewRequest(\"PUT\", \"https://track.customer.io\" + path, nil) }\n")
	src.WriteString("func f(id string) { suppress(id); do(\"/v3/\" + id) }\n")
	for i := range limit.Chains.Max {
		fmt.Fprintf(&src, "func f%d(id string) { do(\"/v3/%d/\" + id) }\n", i, i)
	}
	p := build(t, src.String(), nil)
	reqs := p.Requests(p.core.Calls("do", "NewRequest")[0])
	if len(reqs) != 1 || reqs[0].Endpoint != nil {
		t.Fatalf("%d requests, want one of which nothing is known", len(reqs))
	}
	if p.Order(p.operations("suppress")).Before(reqs[0].Operation) {
		t.Error("a bound affirms that somebody is suppressed before")
	}
}

const post = `
	func post(body string) { http.Post("https://track.customer.io/api/v2/entity", "", strings.NewReader(body)) }
	func send(do, id string) { post("{\"action\":\"" + do + "\",\"identifiers\":{\"id\":\"" + id + "\"}}") }
`

// operationsOf returns where items ask for something.
func (p program) operationsOf(t *testing.T, what string) (in []string, all bool) {
	t.Helper()
	reqs := p.Requests(p.core.Calls("post", "Post")[0])
	if len(reqs) != 1 {
		t.Fatalf("%d requests, want 1", len(reqs))
	}
	items, _ := p.Items(reqs[0], httpreq.Form{Keys: []string{"action"}, Name: "identifiers"})
	var ops []precede.Operation
	all = true
	for _, it := range items {
		some, every := p.Operations(it, asks(what))
		ops, all = append(ops, some...), all && every
	}
	return names(ops), all
}

func TestItems(t *testing.T) {
	t.Parallel()
	p := build(t, post+`
		func again(do, id string) { send(do, id); again(do, id) }
		func f(id string) { send("suppress", id) }
		func g(id string) { again("delete", id) }
		func h(id string) { send("delete", id) }`, nil)
	for what, want := range map[string][]string{"suppress": {"f"}, "delete": {"g", "h"}, "merge": nil} {
		if got, all := p.operationsOf(t, what); !slices.Equal(got, want) || !all {
			t.Errorf("%s: got %v, all %t; want %v", what, got, all, want)
		}
	}
}

// TestTextsLimit: where the search ends, the operations are not all.
func TestTextsLimit(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString(post)
	for i := range limit.Texts.Max {
		fmt.Fprintf(&src, "func f%d(id string) { send(\"a%d\", id) }\n", i, i)
	}
	src.WriteString("func last(id string) { send(\"delete\", id) }\n")
	p := build(t, src.String(), nil)
	if _, all := p.operationsOf(t, "delete"); all || p.tally.Of(limit.Texts) == 0 {
		t.Errorf("all %t, widened: %s", all, p.tally)
	}
}
