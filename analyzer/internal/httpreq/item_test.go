package httpreq_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// entity is a request of the Track API's second version.
const entity = `
	import ("bytes"; "encoding/json"; "fmt"; "net/http"; "strings")
	var _ = fmt.Sprint
	var _ = strings.NewReader
	func post(body http.Reader) { http.Post("` + host + `/api/v2/entity", "", body) }
	type ids struct{ ID string ` + "`json:\"id\"`" + ` }
	type item struct {
		Action string ` + "`json:\"action\"`" + `
		Whose  ids    ` + "`json:\"identifiers\"`" + `
	}
	var _, _ = json.Marshal, bytes.NewReader
`

// send encodes the body.
const send = `
	func send(body any) { b, _ := json.Marshal(body); post(bytes.NewReader(b)) }
`

var form = httpreq.Form{Keys: []string{"action"}, Name: "identifiers"}

func TestItems(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ src, want string }{
		"map":       {`func f(id string) { send(map[string]any{"action": "delete", "identifiers": map[string]any{"id": id}}) }`, `{action: "delete"}`},
		"struct":    {`func f(id string) { send(item{Action: "delete", Whose: ids{id}}) }`, `{action: "delete"}`},
		"text":      {`func f(id string) { post(strings.NewReader(fmt.Sprintf("{\"action\":\"delete\",\"identifiers\":{\"id\":%q}}", id))) }`, `{action: "delete"}`},
		"parameter": {`func f(id, do string) { send(map[string]any{"action": do}) }`, `{action: <-do}`},
		"no JSON":   {`func f(id string) { post(strings.NewReader("action=" + id)) }`, ``},
		"recursion": {`func g(v any, n int) any { if n > 0 { return g(v, n-1) }; return v }
			func f(id string) { send(g(map[string]any{"action": "delete"}, 3)) }`, `{action: "delete"}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			src := entity + c.src
			if strings.Contains(c.src, " send(") {
				src += send
			}
			p := build(t, src)
			reqs := p.Requests(p.call(t, "post", "Post"))
			if len(reqs) != 1 {
				t.Fatalf("%d requests", len(reqs))
			}
			items, all := p.Items(reqs[0], form)
			var got []string
			for _, it := range items {
				got = append(got, it.Texts.String())
			}
			if text := strings.Join(got, "; "); text != c.want || !all {
				t.Errorf("got %q, all %t; want %q", text, all, c.want)
			}
		})
	}
}

// TestBodiesLimit: where the search ends, the items are not all.
func TestBodiesLimit(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString(entity + send + "func g0(v any) any { return v }\n")
	for i := range 13 {
		fmt.Fprintf(&src, "func g%d(v any, b bool) any { if b { return g%d(v%s) }; return g%d(v%s) }\n", i+1, i, pass(i), i, pass(i))
	}
	src.WriteString("func f(b bool) { send(g13(map[string]any{\"action\": \"delete\"}, b)) }")
	p := build(t, src.String())
	_, all := p.Items(p.Requests(p.call(t, "post", "Post"))[0], form)
	if all || p.tally.Of(limit.Bodies) == 0 {
		t.Errorf("all %t, widened: %s", all, p.tally)
	}
}

// pass is the second argument of all functions but the first.
func pass(i int) string {
	if i == 0 {
		return ""
	}
	return ", b"
}
