package tracing_test

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/tracing"
)

func TestURLsLosePeople(t *testing.T) {
	const track, app = "https://track.customer.io", "https://api.customer.io"
	for in, want := range map[string]string{
		track + "/api/v1/customers/pat@example.com/suppress":                track + "/api/v1/customers/-/suppress",
		track + "/api/v1/customers/pat%40example.com":                       track + "/api/v1/customers/-",
		track + "/api/v1/customers/a%2Fb/events":                            track + "/api/v1/customers/-/events",
		track + "/api/v1/customers/customers/events":                        track + "/api/v1/customers/-/events",
		track + "/api/v1/customers/events":                                  track + "/api/v1/customers/-",
		track + "/api/v1/customers/user_1/devices/token-1":                  track + "/api/v1/customers/-/devices/-",
		track + "/api/v1/accounts/region":                                   track + "/api/v1/accounts/region",
		track + "/api/v2/batch":                                             track + "/api/v2/batch",
		track + "/api/v1/segments/7/add_customers":                          track + "/api/v1/segments/-/add_customers",
		app + "/v1/customers?email=pat%40example.com":                       app + "/v1/customers?email=-",
		app + "/v1/customers/user_1/attributes?id_type=email&pat@example=1": app + "/v1/customers/-/attributes?id_type=-&-=-",
		app + "/v1/send/email":                                              app + "/v1/send/email",
		"https://pat:secret@proxy.example/pat#pat":                          "https://proxy.example/-",
		track + "/":                           track + "/",
		track + "//customers/pat@example.com": track + "//customers/-",
	} {
		u, err := url.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := tracing.URL(u).String(); got != want {
			t.Errorf("%s becomes %s, want %s", in, got, want)
		}
		if u.String() != in {
			t.Errorf("%s was changed", in)
		}
	}
}

// Whoever a path is about, and however they are written, the tracer does not see them.
func FuzzURLsLosePeople(f *testing.F) {
	for _, id := range []string{"pat@example.com", "a/b", "../x", "customers", "100%", "?x=y", "é", "", "#", "user:1"} {
		f.Add(id, "suppress")
	}
	f.Fuzz(isTracedLikeOthers)
}

func isTracedLikeOthers(t *testing.T, id, action string) {
	with := func(who string) string {
		return "https://track.customer.io/api/v1/customers/" + url.PathEscape(who) + "/" + url.PathEscape(action) + "?email=" + url.QueryEscape(who)
	}
	u, err := url.Parse(with(id))
	if err != nil || id == "" {
		return
	}
	other, err := url.Parse(with("somebody else"))
	if err != nil {
		return
	}
	if got, want := tracing.URL(u).String(), tracing.URL(other).String(); got != want {
		t.Fatalf("%q is traced as %s, and others as %s", id, got, want)
	}
}

// A tracer records what it sees, and adds a header as tracers do.
type tracer struct {
	base http.RoundTripper
	seen []string
}

func (tr *tracer) RoundTrip(r *http.Request) (*http.Response, error) {
	tr.seen = append(tr.seen, fmt.Sprint(r.Method, " ", r.URL, " ", r.RequestURI))
	r = r.Clone(r.Context())
	r.Header.Set("Traceparent", "00-1")
	return tr.base.RoundTrip(r)
}

func TestARequestIsTracedWithoutThePersonAndReachesThem(t *testing.T) {
	api := ciotest.New()
	defer api.Close()
	api.AddPerson(ciotest.Person{Email: "pat@example.com"})
	tr := &tracer{}
	transport, err := tracing.NewTransport(api.Transport(), func(base http.RoundTripper) http.RoundTripper {
		tr.base = base
		return tr
	})
	if err != nil {
		t.Fatal(err)
	}
	eraser, err := erasure.New(credential.RegionUS, credential.Static(api.SiteID), credential.Static(api.APIKey),
		erasure.WithVerify(credential.Static(api.AppKey)), erasure.WithHTTPClient(&http.Client{Transport: transport}))
	if err != nil {
		t.Fatal(err)
	}
	if err := eraser.Erase(t.Context(), "pat@example.com"); err != nil || api.Exists("pat@example.com") {
		t.Error(err)
	}
	if len(tr.seen) != 4 || strings.Contains(strings.Join(tr.seen, "\n"), "pat") {
		t.Errorf("traced:\n%s", strings.Join(tr.seen, "\n"))
	}
}

func TestBodiesHeadersAndResponsesPass(t *testing.T) {
	var got string
	base := roundTrip(func(r *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(r.Body)
		got = fmt.Sprint(r.Method, " ", r.URL, " ", r.Host, " ", r.Header.Get("Traceparent"), " ", string(body))
		return &http.Response{StatusCode: 204, Header: http.Header{}, Body: http.NoBody, Request: r}, err
	})
	transport, err := tracing.NewTransport(base, func(base http.RoundTripper) http.RoundTripper { return &tracer{base: base} })
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequest("PUT", "https://track.customer.io/api/v1/customers/user_1?x=y", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := (&http.Client{Transport: transport}).Do(r)
	if err != nil || resp.Request != r || r.URL.Path != "/api/v1/customers/user_1" {
		t.Errorf("%v, request %v", err, resp.Request.URL)
	}
	if want := "PUT https://track.customer.io/api/v1/customers/user_1?x=y track.customer.io 00-1 {}"; got != want {
		t.Errorf("sent %q, want %q", got, want)
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestWhatCannotTraceIsRefused(t *testing.T) {
	if _, err := tracing.NewTransport(nil, nil); err == nil {
		t.Error("no function was accepted")
	}
	if _, err := tracing.NewTransport(nil, func(http.RoundTripper) http.RoundTripper { return nil }); err == nil {
		t.Error("no transport was accepted")
	}
	forgetful, err := tracing.NewTransport(nil, func(base http.RoundTripper) http.RoundTripper {
		return roundTrip(func(r *http.Request) (*http.Response, error) {
			return base.RoundTrip(r.Clone(t.Context()))
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (&http.Client{Transport: forgetful}).Get("http://127.0.0.1:1/customers/user_1"); err == nil || !strings.Contains(err.Error(), "context") {
		t.Errorf("without its context: %v", err)
	}
}

func ExampleURL() {
	u, _ := url.Parse("https://track.customer.io/api/v1/customers/pat@example.com/events")
	fmt.Println(tracing.URL(u))
	// Output: https://track.customer.io/api/v1/customers/-/events
}

func ExampleNewTransport() {
	api := ciotest.New()
	defer api.Close()
	logging := func(base http.RoundTripper) http.RoundTripper { // such as otelhttp.NewTransport
		return roundTrip(func(r *http.Request) (*http.Response, error) {
			fmt.Println(r.Method, r.URL)
			return base.RoundTrip(r)
		})
	}
	transport, err := tracing.NewTransport(api.Transport(), logging) // http.DefaultTransport in a program
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := http.NewRequest(http.MethodPost, "https://track.customer.io/api/v1/customers/pat@example.com/suppress", nil)
	r.SetBasicAuth(api.SiteID, api.APIKey)
	resp, err := (&http.Client{Transport: transport}).Do(r)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = resp.Body.Close()
	fmt.Println(resp.Status, api.Suppressed("pat@example.com"))
	// Output:
	// POST https://track.customer.io/api/v1/customers/-/suppress
	// 200 OK true
}
