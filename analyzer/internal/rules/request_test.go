package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/coretest"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// queries describes what the requests of a program are asked, and whether what
// gets there was given up at a bound.
func queries(t *testing.T, src string) (out []string, widened bool) {
	t.Helper()
	core, tally := coretest.Build(t, "package p\nimport \"net/http\"\n"+src), &limit.Tally{}
	f := finder{requests: httpreq.New(core, tally)}
	for _, call := range slices.Concat(core.Calls("do", "NewRequest"), core.Calls("do", "SetBasicAuth")) {
		for _, q := range f.Queries(call) {
			info := q.Sink.Info.(customerio.SinkInfo)
			out = append(out, fmt.Sprintf("%d%s %s: %s (%s)", q.Sink.Arg, q.Sink.Path, info, info.Label, info.Role))
			widened = widened || q.Content != nil && q.Content.Widened.Has(limit.Chains)
		}
	}
	return out, widened
}

func TestQueries(t *testing.T) {
	t.Parallel()
	got, widened := queries(t, `func do(id string, body http.Reader) {
		r, _ := http.NewRequest("POST", "https://track.customer.io/api/v1/customers/" + id + "/events", body)
		r.SetBasicAuth("a", "b")
	}`)
	const name = "POST /api/v1/customers/{customer ID}/events"
	want := []string{
		"2[\"data\"] " + name + ": event data (event data)", "2[\"name\"] " + name + ": event name (event name)", "1 " + name + ": customer ID (identifier)",
		"2 " + name + ": track API key (credential)", "1 " + name + ": site ID (credential)",
	}
	if !slices.Equal(got, want) || widened {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestQueriesAtLimit: the body of a request that is made by too many chains of
// calls may be any payload.
func TestQueriesAtLimit(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString("func do(path string, body http.Reader) { http.NewRequest(\"PUT\", \"https://track.customer.io\" + path, body) }\n")
	for i := range limit.Chains.Max {
		fmt.Fprintf(&src, "func f%d(id string) { do(\"/v3/%d/\" + id, nil) }\n", i, i)
	}
	got, widened := queries(t, src.String())
	if len(got) != 1 || !strings.HasSuffix(got[0], ": body (attributes)") || !widened {
		t.Errorf("got %q, widened %t", got, widened)
	}
}
