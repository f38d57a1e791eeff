package ciotest_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/webhook"
)

const (
	siteID = "site"
	key    = "key"
	appKey = "app"
)

func start(t *testing.T) *ciotest.Workspace {
	api := ciotest.New()
	t.Cleanup(api.Close)
	api.AddTrackKey(siteID, key)
	api.AddAppKey(appKey)
	return api
}

// ask sends a request with all the credentials there are and returns "status body".
func ask(t *testing.T, api *ciotest.Workspace, method, path string) string {
	t.Helper()
	req, err := http.NewRequest(method, api.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasPrefix(path, "/v1/") {
		req.Header.Set("Authorization", "Bearer "+appKey)
	} else {
		req.SetBasicAuth(siteID, key)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "cut"
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return resp.Status[:3] + " " + strings.TrimSpace(string(body))
}

func TestServerAnswersAsTheVendorDescribes(t *testing.T) {
	api := start(t)
	api.AddPerson(ciotest.Person{ID: "user_1", Email: "pat+x@example.com", CioID: "a1"})
	for _, step := range []struct{ method, path, want string }{
		{"GET", "/api/v1/accounts/region", `"region":"us"`},
		{"POST", "/api/v1/events", `200 {}`},
		{"PUT", "/api/v1/customers/user_1/devices", `200 {}`},
		{"DELETE", "/api/v1/customers/user_1/devices/token", `200 {}`},
		{"DELETE", "/api/v1/customers/user_1/devices", `404 `},
		{"DELETE", "/api/v1/customers/user_1/devices/a/b", `404 `},
		{"GET", "/v1/customers/user_1/attributes", `200 {"customer":`},
		{"GET", "/v1/customers?email=pat%2Bx%40example.com", `200 {"results":[{"cio_id":"a1"`},
		{"GET", "/v1/customers?email=pat+x@example.com", `200 {"results":[]}`}, // the plus is a space
		{"GET", "/v1/customers/user_1/attributes", `200 {"customer":`},
		{"GET", "/v1/customers/a1/attributes?id_type=cio_id", `200 {"customer":`},
		{"GET", "/v1/customers/nobody/attributes", `404 {"errors":`},
		{"POST", "/api/v1/customers/nobody/suppress", `200 {}`},
		{"POST", "/api/v1/customers/cio_a1/suppress", `200 {}`},
		{"GET", "/v1/customers/user_1/attributes", `404 {"errors":`},
		{"PUT", "/api/v1/customers/user_1", `200 {}`},
		{"DELETE", "/api/v1/customers/a/b", `404 `},
		{"DELETE", "/api/v1/customers/a%2Fb", `200 {}`},
	} {
		if got := ask(t, api, step.method, step.path); !strings.Contains(got, step.want) {
			t.Errorf("%s %s = %s, want %s", step.method, step.path, got, step.want)
		}
	}
	if api.Exists("user_1") || !api.Suppressed("pat+x@example.com") {
		t.Error("a suppressed person came back, or is suppressed by one identifier only")
	}
	ask(t, api, "POST", "/api/v1/customers/user_1/unsuppress")
	ask(t, api, "PUT", "/api/v1/customers/user_1")
	if !api.Exists("user_1") {
		t.Error("unsuppress did not free the identifier")
	}
}

func TestKeysCanBeAddedAndRevoked(t *testing.T) {
	api := start(t)
	api.RevokeTrackKey(siteID, key)
	if got := ask(t, api, "GET", "/api/v1/accounts/region"); !strings.HasPrefix(got, "401") {
		t.Errorf("revoked key: %s", got)
	}
	api.AddTrackKey(siteID, key)
	api.RevokeAppKey(appKey)
	if got := ask(t, api, "GET", "/v1/customers?email=x"); !strings.HasPrefix(got, "401") {
		t.Errorf("revoked App key: %s", got)
	}
	if got := ask(t, api, "GET", "/api/v1/accounts/region"); !strings.HasPrefix(got, "200") {
		t.Errorf("valid key: %s", got)
	}
}

func TestLagShowsErasedPeopleForAWhile(t *testing.T) {
	api := start(t)
	api.AddPerson(ciotest.Person{ID: "user_1"})
	api.SetLag(50 * time.Millisecond)
	ask(t, api, "DELETE", "/api/v1/customers/user_1")
	if got := ask(t, api, "GET", "/v1/customers/user_1/attributes"); !strings.HasPrefix(got, "200") {
		t.Errorf("at once: %s", got)
	}
	time.Sleep(60 * time.Millisecond)
	if got := ask(t, api, "GET", "/v1/customers/user_1/attributes"); !strings.HasPrefix(got, "404") {
		t.Errorf("later: %s", got)
	}
}

func TestFaults(t *testing.T) {
	api := start(t)
	api.AddPerson(ciotest.Person{ID: "user_1"})
	for _, step := range []struct {
		fault ciotest.Fault
		want  string
		gone  bool
	}{
		{ciotest.Fault{Kind: ciotest.Refuse, Status: 503}, "503 {}", false},
		{ciotest.Fault{Kind: ciotest.Drop}, "cut", false},
		{ciotest.Fault{Kind: ciotest.LoseReply}, "cut", true},
	} {
		api.SetFault(func(*http.Request) ciotest.Fault { return step.fault })
		got := ask(t, api, "POST", "/api/v1/customers/user_1/suppress")
		if got != step.want || api.Exists("user_1") == step.gone {
			t.Errorf("%+v: %s, still there: %t", step.fault, got, api.Exists("user_1"))
		}
	}
	calls := api.Calls()
	if last := calls[len(calls)-1]; !last.Applied || last.Status != 0 || last.Action != "suppress" {
		t.Errorf("call of a lost reply: %+v", last)
	}
}

func TestAWorkspaceBeginsWithItsKeys(t *testing.T) {
	api := ciotest.New()
	defer api.Close()
	for name, request := range map[string]func() *http.Request{
		"track": func() *http.Request {
			r := newRequest(t, "GET", api.URL+"/api/v1/accounts/region", "")
			r.SetBasicAuth(api.SiteID, api.APIKey)
			return r
		},
		"app": func() *http.Request {
			r := newRequest(t, "GET", api.URL+"/v1/customers?email=x", "")
			r.Header.Set("Authorization", "Bearer "+api.AppKey)
			return r
		},
	} {
		if got := send(t, http.DefaultClient, request()); !strings.HasPrefix(got, "200") {
			t.Errorf("%s: %s", name, got)
		}
		r := request()
		r.Header.Del("Authorization")
		if got := send(t, http.DefaultClient, r); !strings.HasPrefix(got, "401") {
			t.Errorf("%s without a key: %s", name, got)
		}
	}
	if other := ciotest.New(); other.APIKey == api.APIKey || other.SigningKey == api.SigningKey {
		t.Error("two workspaces have the same keys")
	} else {
		other.Close()
	}
}

func newRequest(t *testing.T, method, url, body string) *http.Request {
	t.Helper()
	r, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func send(t *testing.T, client *http.Client, r *http.Request) string {
	t.Helper()
	resp, err := client.Do(r)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return resp.Status[:3] + " " + strings.TrimSpace(string(body))
}

func TestWhatIsSentOfPeopleIsKept(t *testing.T) {
	api := start(t)
	put := func(method, path, body string) string {
		r := newRequest(t, method, api.URL+path, body)
		r.SetBasicAuth(siteID, key)
		return send(t, http.DefaultClient, r)
	}
	put("PUT", "/api/v1/customers/user_1", `{"plan":"pro","email":"pat@example.com"}`)
	put("PUT", "/api/v1/customers/user_1", `{"seats":3}`)
	put("POST", "/api/v1/customers/pat@example.com/events", `{"name":"upgraded","data":{"to":"max"}}`)
	p, ok := api.Person("user_1")
	if !ok || p.Email != "pat@example.com" || p.Attributes["plan"] != "pro" || p.Attributes["seats"] != 3.0 {
		t.Errorf("%+v", p)
	}
	if len(p.Events) != 1 || p.Events[0].Name != "upgraded" || p.Events[0].Data["to"] != "max" {
		t.Errorf("events %+v", p.Events)
	}
	p.Attributes["plan"] = "changed by the test"
	if again, _ := api.Person("cio_" + p.CioID); again.Attributes["plan"] != "pro" {
		t.Error("the workspace shares its maps")
	}
	for _, body := range []string{`[]`, `{"x":`, `null`, `text`} {
		if got := put("PUT", "/api/v1/customers/user_2", body); !strings.HasPrefix(got, "400") {
			t.Errorf("%s: %s", body, got)
		}
	}
	if put("POST", "/api/v1/customers/user_1/suppress", ""); put("PUT", "/api/v1/customers/user_1", `{"x":1}`) != "200 {}" {
		t.Error("an identify of somebody suppressed is not accepted")
	}
	if _, ok := api.Person("user_1"); ok || api.Exists("user_2") {
		t.Error("a suppressed person came back, or an identify that was refused made one")
	}
	if calls := api.Calls(); string(calls[0].Body) != `{"plan":"pro","email":"pat@example.com"}` {
		t.Errorf("the call has the body %s", calls[0].Body)
	}
}

func TestRequestsForCustomerIOReachTheWorkspaceAndNothingElse(t *testing.T) {
	api := start(t)
	visit := func(method, url string) string {
		r := newRequest(t, method, url, "")
		r.SetBasicAuth(siteID, key)
		client := api.Client()
		client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		return send(t, client, r)
	}
	for url, want := range map[string]string{
		"https://track.customer.io/api/v1/accounts/region":    `"region":"us"`,
		"https://track-eu.customer.io/api/v1/accounts/region": `"region":"us"`,
		"https://track-eu.customer.io/api/v1/customers/x":     "404",
		"https://api.customer.io/v1/customers?email=x":        "401",
		"https://api-eu.customer.io/v1/customers?email=x":     "301 https://api.customer.io/v1/customers?email=x",
		"https://cdp.customer.io/v1/identify":                 "404", // it takes POST alone
		"https://cdp-eu.customer.io/v1/identify":              "404",
		api.URL + "/api/v1/accounts/region":                   `"region":"us"`,
		"https://example.com/":                                "ciotest: example.com is not a host of Customer.io",
		"https://track.customer.io.example.com/":              "not a host",
	} {
		if got := visit("GET", url); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", url, got, want)
		}
	}
	api.SetRegion(credential.RegionEU)
	if got := visit("POST", "https://cdp.customer.io/v1/identify"); !strings.Contains(got, "301 https://cdp-eu.customer.io/v1/identify") {
		t.Errorf("the US host of an EU workspace: %s", got)
	}
	if got := visit("GET", "https://track.customer.io/api/v1/accounts/region"); !strings.Contains(got, `"region":"eu"`) {
		t.Errorf("in the EU: %s", got)
	}
	if calls := api.Calls(); calls[len(calls)-1].Host != "track.customer.io" {
		t.Errorf("the call was to %s", calls[len(calls)-1].Host)
	}
}

func TestFaultsByScript(t *testing.T) {
	api := start(t)
	api.SetFault(ciotest.On("delete", ciotest.Script(
		ciotest.Fault{Kind: ciotest.Refuse, Status: 200, Body: "<html>"}, ciotest.Fault{Delay: time.Millisecond}, ciotest.Fault{Kind: ciotest.Drop},
	)))
	var got []string
	for range 4 {
		got = append(got, ask(t, api, "POST", "/api/v1/customers/user_1/suppress"), ask(t, api, "DELETE", "/api/v1/customers/user_1"))
	}
	if want := "200 {}|200 <html>|200 {}|200 {}|200 {}|cut|200 {}|200 {}"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAHangEndsWithItsClientOrTheWorkspace(t *testing.T) {
	api := ciotest.New()
	api.SetFault(ciotest.Always(ciotest.Fault{Kind: ciotest.Hang}))
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	r := newRequest(t, "GET", api.URL+"/api/v1/accounts/region", "").WithContext(ctx)
	if _, err := http.DefaultClient.Do(r); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	done := make(chan string)
	go func() { done <- send(t, http.DefaultClient, newRequest(t, "GET", api.URL, "")) }()
	for api.Peak() == 0 || len(api.Calls()) == 0 {
		time.Sleep(time.Millisecond)
	}
	api.Close() // would wait for ever
	<-done
}

func TestTheRateLimit(t *testing.T) {
	for _, withRetryAfter := range []bool{false, true} {
		api := start(t)
		api.SetRateLimit(3, withRetryAfter)
		statuses := map[int]int{}
		for range 10 {
			r := newRequest(t, "GET", api.URL+"/api/v1/accounts/region", "")
			r.SetBasicAuth(siteID, key)
			resp, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			statuses[resp.StatusCode]++
			if has := resp.Header.Get("Retry-After") == "1"; resp.StatusCode == 429 && has != withRetryAfter {
				t.Errorf("Retry-After is there: %t", has)
			}
		}
		if statuses[200] < 3 || statuses[429] == 0 {
			t.Errorf("answers %v", statuses)
		}
		api.SetRateLimit(0, false)
		if got := ask(t, api, "GET", "/api/v1/accounts/region"); !strings.HasPrefix(got, "200") {
			t.Errorf("without a limit: %s", got)
		}
	}
}

// What is good passes the verifier, and what is forged does not, sent to a handler or to a server.
func TestDeliveriesAndForgeries(t *testing.T) {
	api := start(t)
	verifier, err := webhook.NewVerifier(api.SigningKey)
	if err != nil {
		t.Fatal(err)
	}
	handler := verifier.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		event, err := webhook.ParseEvent(body)
		if err != nil {
			t.Error(err)
		}
		fmt.Fprint(w, event.Data.Identifiers.ID)
	}))
	server := httptest.NewServer(handler)
	defer server.Close()
	body := ciotest.EventBody("email", "bounced", ciotest.Person{ID: "user_1"}, map[string]any{"subject": "Hello"})
	direct := func(r *http.Request) string {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return fmt.Sprint(w.Code, " ", w.Body)
	}
	overHTTP := func(r *http.Request) string { return send(t, http.DefaultClient, r) }
	for _, deliver := range []func(*http.Request) string{direct, overHTTP} {
		r, err := api.Delivery(server.URL+"/customerio", body)
		if err != nil {
			t.Fatal(err)
		}
		if got := deliver(r); got != "200 user_1" {
			t.Errorf("a delivery: %s", got)
		}
		forgeries, err := api.Forgeries(server.URL+"/customerio", body)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range forgeries {
			if got := deliver(f.Request); !strings.HasPrefix(got, "40") {
				t.Errorf("%s: %s", f.Name, got)
			}
		}
		if len(forgeries) < 13 {
			t.Errorf("%d forgeries", len(forgeries))
		}
	}
	if _, err := api.Delivery("://", body); err == nil {
		t.Error("no URL was accepted")
	}
}
