package httpreq_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/coretest"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

const host = "https://track.customer.io"

// do is a function as clients have them around net/http.
const do = `
	import "net/http"
	func do(method, path string, body http.Reader) { http.NewRequest(method, "` + host + `" + path, body) }
`

type program struct {
	*httpreq.Reader
	core  *coretest.Core
	tally *limit.Tally
}

func build(t *testing.T, src string) program {
	t.Helper()
	core, tally := coretest.Build(t, "package p\n"+src), &limit.Tally{}
	return program{httpreq.New(core, tally), core, tally}
}

// call is the first call in f of a function.
func (p program) call(t *testing.T, f, called string) ssa.CallInstruction {
	t.Helper()
	calls := p.core.Calls(f, called)
	if len(calls) == 0 {
		t.Fatalf("%s does not call %s", f, called)
	}
	return calls[0]
}

// describe prints requests: method, address, and the functions that make them.
func describe(rs []*httpreq.Request) []string {
	var out []string
	for _, r := range rs {
		text := "anything"
		if r.Endpoint != nil {
			text = r.Method + " " + r.URL.Shape(customerio.Hole) + " is " + r.Endpoint.Path
		}
		for e := r.Env; e != nil; e = e.Up {
			text += " by " + e.Call.Parent().Name()
		}
		out = append(out, text)
	}
	return out
}

func TestRequests(t *testing.T) {
	t.Parallel()
	const customer = host + "/api/v1/customers/{} is /api/v1/customers/{customer ID}"
	for name, c := range map[string]struct {
		src  string
		want []string
	}{
		"here": {`import "net/http"
			func do(id string) { http.NewRequest("PUT", "` + host + `/api/v1/customers/" + id, nil) }`,
			[]string{"PUT " + customer}},
		"elsewhere": {`import "net/http"
			func do(id string) { http.NewRequest("PUT", "https://example.com/api/v1/customers/" + id, nil) }`, nil},
		"by callers": {do + `
			func put(id string) { do("PUT", "/api/v1/customers/" + id, nil) }
			func other() { do("GET", "/api/v2/nothing", nil) }
			func del(id string) { do("DELETE", "/api/v1/customers/" + id, nil) }`,
			[]string{"PUT " + customer + " by put", "GET " + host + "/api/v2/nothing is /api/v2/nothing by other", "DELETE " + customer + " by del"}},
		"seven calls up": {do + `
			func a(m, p string) { do(m, p, nil) }
			func b(m, p string) { a(m, p) }
			func c(m, p string) { b(m, p) }
			func d(m, p string) { c(m, p) }
			func e(m, p string) { d(m, p) }
			func f(m, p string) { e(m, p) }
			func g(id string) { f("PUT", "/api/v1/customers/" + id) }`,
			[]string{"PUT " + customer + " by a by b by c by d by e by f by g"}},
		"in a recursion": {`import "net/http"
			func do(url string, n int) { if n > 0 { do(url, n-1) }; http.NewRequest("PUT", url, nil) }
			func put(id string) { do("` + host + `/api/v1/customers/" + id, 3) }`,
			[]string{"PUT " + customer + " by do by put", "PUT " + customer + " by put"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := build(t, c.src)
			if got := describe(p.Requests(p.call(t, "do", "NewRequest"))); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			if p.tally.Total() > 0 {
				t.Errorf("widened: %s", p.tally)
			}
		})
	}
}

// TestCertain: a request whose method no caller tells may be any for a
// payload, and none that is certain.
func TestCertain(t *testing.T) {
	t.Parallel()
	p := build(t, `import "net/http"
		func do(m, id string) { http.NewRequest(m, "`+host+`/api/v1/customers/" + id, nil) }`)
	call := p.call(t, "do", "NewRequest")
	if n := len(p.Requests(call)); n != 1 {
		t.Errorf("%d requests, want 1", n)
	}
	if n := len(p.Certain(call)); n != 0 {
		t.Errorf("%d certain requests, want none", n)
	}
}

// TestManyCallers: the last of many callers counts as the first does.
func TestManyCallers(t *testing.T) {
	t.Parallel()
	for _, at := range []int{0, 299} {
		var src strings.Builder
		src.WriteString(do)
		for i := range 300 {
			path := fmt.Sprintf("/v3/%d/", i)
			if i == at {
				path = "/api/v1/customers/"
			}
			fmt.Fprintf(&src, "func f%d(id string) { do(\"PUT\", %q + id, nil) }\n", i, path)
		}
		p := build(t, src.String())
		got := describe(p.Requests(p.call(t, "do", "NewRequest")))
		if want := fmt.Sprintf(" by f%d", at); len(got) != 1 || !strings.HasSuffix(got[0], want) {
			t.Errorf("got %q, want one%s", got, want)
		}
	}
}

// TestRelays: functions that pass a path on in several calls are gone through
// once, and not once for each chain of calls.
func TestRelays(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString(do + "func f0(path string) { do(\"PUT\", path, nil); do(\"PUT\", path, nil) }\n")
	for i := range 30 {
		fmt.Fprintf(&src, "func f%d(path string) { f%d(path); f%d(path) }\n", i+1, i, i)
	}
	p := build(t, src.String())
	if got := p.Requests(p.call(t, "do", "NewRequest")); len(got) > 0 || p.tally.Total() > 0 {
		t.Errorf("got %q, widened: %s", describe(got), p.tally)
	}
}

// TestChainsLimit: beyond the bound there is a request to anywhere.
func TestChainsLimit(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString(do)
	for i := range limit.Chains.Max {
		fmt.Fprintf(&src, "func f%d(id string) { do(\"PUT\", \"/v3/%d/\" + id, nil) }\n", i, i)
	}
	src.WriteString("func last(id string) { do(\"PUT\", \"/api/v1/customers/\" + id, nil) }\n")
	p := build(t, src.String())
	got := describe(p.Requests(p.call(t, "do", "NewRequest")))
	if !slices.Equal(got, []string{"anything"}) {
		t.Errorf("got %q, want a request to anywhere", got)
	}
	if p.tally.Of(limit.Chains) == 0 {
		t.Error("the bound was not noted")
	}
}

func TestCredentials(t *testing.T) {
	t.Parallel()
	p := build(t, `import "net/http"
		func basic(id string) {
			r, _ := http.NewRequest("PUT", "`+host+`/api/v1/customers/" + id, nil)
			r.SetBasicAuth("a", "b")
			r.Header.Set("X-Other", "c")
			r.Header.Set("authorization", "d")
		}
		func other(id string) {
			r, _ := http.NewRequest("PUT", "https://example.com/" + id, nil)
			r.SetBasicAuth("a", "b")
		}`)
	describe := func(call ssa.CallInstruction) string {
		var out []string
		for _, c := range p.Credentials(call) {
			out = append(out, fmt.Sprintf("%d %s", c.Arg, c.Label))
		}
		return strings.Join(out, ", ")
	}
	for i, want := range []string{"", "2 track API key"} {
		if got := describe(p.core.Calls("basic", "Set")[i]); got != want {
			t.Errorf("header %d: got %q, want %q", i, got, want)
		}
	}
	if got := describe(p.call(t, "basic", "SetBasicAuth")); got != "2 track API key, 1 site ID" {
		t.Errorf("got %q", got)
	}
	if got := describe(p.call(t, "other", "SetBasicAuth")); got != "" {
		t.Errorf("another host: got %q", got)
	}
}
