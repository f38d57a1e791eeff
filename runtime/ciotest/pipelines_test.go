package ciotest_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
)

// call sends a call of the Data Pipelines API to its own host and returns "status body".
func call(t *testing.T, api *ciotest.Workspace, name, body string, headers ...string) string {
	t.Helper()
	r := newRequest(t, "POST", credential.RegionUS.CDPURL()+"/v1/"+name, body)
	r.SetBasicAuth(api.WriteKey, "")
	for _, header := range headers {
		r.Header.Set(header, "1")
	}
	return send(t, api.Client(), r)
}

func TestPipelinesChangePeople(t *testing.T) {
	t.Parallel()
	api := start(t)
	for _, c := range []struct{ name, body string }{
		{"identify", `{"userId":"user_1","traits":{"plan":"pro","email":"pat@example.com"}}`},
		{"track", `{"userId":"user_1","event":"upgraded","properties":{"to":"max"}}`},
		{"track", `{"userId":"user_1","event":"Device Deleted","properties":{}}`},
		{"page", `{"userId":"user_1","name":"prices"}`},
		{"group", `{"userId":"user_1","groupId":"acme"}`},
		{"track", `{"anonymousId":"anon","event":"seen"}`},
		{"batch", `{"batch":[{"type":"identify","userId":"user_1","traits":{"seats":3}},{"type":"screen","userId":"user_1","name":"home"}]}`},
		{"identify", `{"traits":{"email":"kim@example.com"}}`},
	} {
		if got := call(t, api, c.name, c.body, "X-Strict-Mode"); got != "200 {}" {
			t.Errorf("%s %s: %s", c.name, c.body, got)
		}
	}
	p, _ := api.Person("user_1")
	if want := map[string]any{"plan": "pro", "seats": 3.0, "email": "pat@example.com"}; !reflect.DeepEqual(p.Attributes, want) {
		t.Errorf("attributes %v", p.Attributes)
	}
	if want := []ciotest.Event{{Name: "upgraded", Data: map[string]any{"to": "max"}}, {Name: "prices"}, {Name: "home"}}; !reflect.DeepEqual(p.Events, want) {
		t.Errorf("events %v", p.Events)
	}
	if kim, _ := api.Person("kim@example.com"); kim.ID != "" || kim.Email != "kim@example.com" || api.Exists("anon") {
		t.Errorf("by the trait email: %+v; somebody anonymous has a profile: %t", kim, api.Exists("anon"))
	}
	if calls := api.Calls(); calls[0].Action != "cdp.identify" || calls[0].SiteID != "" || calls[0].Host != "cdp.customer.io" {
		t.Errorf("%+v", calls[0])
	}
}

func TestPipelinesKnowSemanticEvents(t *testing.T) {
	t.Parallel()
	api := start(t)
	for _, step := range []struct {
		event              string
		exists, suppressed bool
	}{
		{"Delete Person", true, false}, // the title of a section, not the name of an event
		{"User Deleted", false, false},
		{"again", true, false},
		{"User Suppressed", false, true},
		{"again", false, true},
		{"User Unsuppressed", false, false},
		{"again", true, false},
	} {
		call(t, api, "track", `{"userId":"user_1","event":"`+step.event+`"}`)
		if api.Exists("user_1") != step.exists || api.Suppressed("user_1") != step.suppressed {
			t.Errorf("after %s: there %t, suppressed %t", step.event, api.Exists("user_1"), api.Suppressed("user_1"))
		}
	}
}

// What is dropped is answered as what is not, unless the client asks.
func TestPipelinesDropWithoutAWord(t *testing.T) {
	t.Parallel()
	api := start(t)
	long := strings.Repeat("a", 32_000)
	for _, c := range []struct{ name, body string }{
		{"identify", `{"traits":{"plan":"pro"}}`},
		{"identify", `[]`},
		{"identify", `{"userId":"user_1","traits":{"x":"` + long + `"}}`},
		{"track", `{"userId":"user_1"}`},
		{"batch", `{"batch":[{"userId":"user_1","traits":{"plan":"pro"}}]}`},
		{"batch", `{"batch":[{"type":"batch","userId":"user_1"}]}`},
		{"batch", `{"batch":[]}`},
		{"batch", `{"userId":"user_1"}`},
		{"batch", `{"batch":[{"type":"identify","userId":"user_1"}]}` + strings.Repeat(" ", 500_000)},
	} {
		if got := call(t, api, c.name, c.body); got != "200 {}" {
			t.Errorf("%s %.100s: %s", c.name, c.body, got)
		}
		if got := call(t, api, c.name, c.body, "X-Strict-Mode"); !strings.HasPrefix(got, `400 {"meta":{"errors":["`) {
			t.Errorf("%s %.100s, strict: %s", c.name, c.body, got)
		}
	}
	for _, c := range api.Calls() {
		if c.Applied {
			t.Errorf("%s %.100s was applied", c.Action, c.Body)
		}
	}
	call(t, api, "batch", `{"batch":[{},{"type":"identify","userId":"user_2"}]}`)
	if api.Exists("user_1") || !api.Exists("user_2") {
		t.Error("a dropped call made a person, or took the rest of its batch along")
	}
}

func TestPipelinesAskForTheirOwnKey(t *testing.T) {
	t.Parallel()
	api := start(t)
	ask := func(user, password string) string {
		r := newRequest(t, "POST", api.URL+"/v1/identify", `{"userId":"user_1"}`)
		r.SetBasicAuth(user, password)
		return send(t, api.Client(), r)[:3]
	}
	api.AddWriteKey("other")
	if got := []string{ask(api.WriteKey, ""), ask("other", ""), ask(api.WriteKey, "x"), ask("", ""), ask(siteID, key)}; !reflect.DeepEqual(got, []string{"200", "200", "401", "401", "401"}) {
		t.Error(got)
	}
	api.RevokeWriteKey("other")
	if got := ask("other", ""); got != "401" {
		t.Error(got)
	}
}
