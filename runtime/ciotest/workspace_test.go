package ciotest_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
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
