package ciotest_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
)

// post sends a body with the Track API's keys and returns "status body".
func post(t *testing.T, api *ciotest.Workspace, path, body string) string {
	t.Helper()
	r := newRequest(t, "POST", api.URL+path, body)
	r.SetBasicAuth(siteID, key)
	return send(t, api.Client(), r)
}

func TestAnEntityChangesAPerson(t *testing.T) {
	t.Parallel()
	api := start(t)
	for _, item := range []string{
		`{"type":"person","action":"identify","identifiers":{"id":"user_1"},"attributes":{"plan":"pro","email":"pat@example.com"}}`,
		`{"type":"person","action":"event","identifiers":{"email":"pat@example.com"},"name":"upgraded","attributes":{"to":"max"}}`,
		`{"type":"person","action":"page","identifiers":{"id":"user_1"},"name":"/prices"}`,
		`{"type":"person","action":"add_device","identifiers":{"id":"user_1"},"device":{"token":"x","platform":"ios"}}`,
		`{"type":"object","action":"identify","identifiers":{"object_type_id":"1","object_id":"acme"}}`,
		`{"type":"delivery","action":"event","identifiers":{"id":"dg1"},"name":"opened","attributes":{"device_token":"x"}}`,
	} {
		if got := post(t, api, "/api/v2/entity", item); got != "200 {}" {
			t.Errorf("%s: %s", item, got)
		}
	}
	p, ok := api.Person("user_1")
	want := []ciotest.Event{{Name: "upgraded", Data: map[string]any{"to": "max"}}, {Name: "/prices"}}
	if !ok || p.Email != "pat@example.com" || p.Attributes["plan"] != "pro" || !reflect.DeepEqual(p.Events, want) {
		t.Errorf("%+v", p)
	}
	cioID := `{"type":"person","action":"%s","identifiers":{"cio_id":"` + p.CioID + `"}}`
	if got := post(t, api, "/api/v2/entity", fmt.Sprintf(cioID, "suppress")); got != "200 {}" || api.Exists("user_1") || !api.Suppressed("pat@example.com") {
		t.Errorf("suppress: %s, still there: %t", got, api.Exists("user_1"))
	}
	post(t, api, "/api/v2/entity", fmt.Sprintf(cioID, "unsuppress"))
	if api.Suppressed("user_1") || api.Suppressed("pat@example.com") {
		t.Error("what was suppressed together is not free together")
	}
	post(t, api, "/api/v2/entity", `{"type":"person","action":"identify","identifiers":{"id":"odd@example.com"}}`)
	if p, _ := api.Person("odd@example.com"); p.ID != "odd@example.com" || p.Email != "" {
		t.Errorf("an id that looks like an e-mail address made %+v", p)
	}
	if api.Removed() != 1 {
		t.Errorf("%d removed", api.Removed())
	}
}

func TestAnEntityThatIsWrongIsRefused(t *testing.T) {
	t.Parallel()
	api := start(t)
	for item, field := range map[string]string{
		`[]`:                                    ``,
		`{}`:                                    `action`,
		`{"type":"person","action":"identify"}`: `identifiers`,
		`{"type":"person","action":"identify","identifiers":{}}`:                                           `identifiers`,
		`{"type":"person","action":"identify","identifiers":{"id":"a","email":"b@example.com"}}`:           `identifiers`,
		`{"type":"person","action":"identify","identifiers":{"phone":"+12025550100"}}`:                     `identifiers`,
		`{"type":"person","action":"identify","identifiers":{"id":7}}`:                                     `identifiers.id`,
		`{"type":"person","action":"identify","identifiers":{"id":""}}`:                                    `identifiers.id`,
		`{"type":"person","action":"add_device"}`:                                                          `identifiers`,
		`{"type":"person","action":"event","identifiers":{"id":"a"}}`:                                      `name`,
		`{"type":"person","action":"forget","identifiers":{"id":"a"}}`:                                     `action`,
		`{"type":"object","action":"suppress","identifiers":{"object_id":"a"}}`:                            `action`,
		`{"type":"object","action":"delete"}`:                                                              `identifiers`,
		`{"type":"person","action":"merge","primary":{"id":"a"}}`:                                          `secondary`,
		`{"type":"person","action":"identify","identifiers":{"id":"` + strings.Repeat("a", 32_000) + `"}}`: ``,
	} {
		want := `400 {"errors":[{"reason":"invalid","field":"` + field + `","message":"`
		if got := post(t, api, "/api/v2/entity", item); !strings.HasPrefix(got, want) {
			t.Errorf("%.100s: %s, want %s", item, got, want)
		}
	}
	if calls := api.Calls(); calls[0].Action != "entity" || calls[0].Applied {
		t.Errorf("%+v", calls[0])
	}
}

func TestABatchDoesWhatIsRightInIt(t *testing.T) {
	t.Parallel()
	api := start(t)
	api.AddPerson(ciotest.Person{ID: "user_1"})
	api.AddPerson(ciotest.Person{ID: "user_2"})
	const good, bad = `{"type":"person","action":"delete","identifiers":{"id":"user_1"}}`, `{"type":"person","action":"delete","identifiers":{"user":"user_2"}}`
	got := post(t, api, "/api/v2/batch", `{"batch":[`+bad+`,`+good+`,`+bad+`]}`)
	if !strings.HasPrefix(got, `207 {"errors":[{"batch_index":0,"reason":"invalid","field":"identifiers"`) || !strings.Contains(got, `{"batch_index":2,`) {
		t.Error(got)
	}
	if api.Exists("user_1") || !api.Exists("user_2") {
		t.Error("the wrong people were deleted")
	}
	for body, want := range map[string]string{
		`{"batch":[` + good + `]}`: `200 {}`,
		`{"batch":[]}`:             `400`,
		`{"batch":` + good + `}`:   `400`,
		good:                       `400`,
		`{"batch":[` + good + `]}` + strings.Repeat(" ", 500_000): `400`,
	} {
		if got := post(t, api, "/api/v2/batch", body); !strings.HasPrefix(got, want) {
			t.Errorf("%.100s: %s, want %s", body, got, want)
		}
	}
	if got := post(t, api, "/api/v2/nothing", good); !strings.HasPrefix(got, "404") {
		t.Error(got)
	}
	if got := ask(t, api, "PUT", "/api/v2/batch"); !strings.HasPrefix(got, "404") {
		t.Error(got)
	}
	api.RevokeTrackKey(siteID, key)
	if got := post(t, api, "/api/v2/batch", `{"batch":[`+good+`]}`); !strings.HasPrefix(got, "401") {
		t.Error(got)
	}
}

func TestAMergeMakesOneOfTwo(t *testing.T) {
	t.Parallel()
	const first, second = `/api/v1/merge_customers`, `/api/v2/entity`
	for path, body := range map[string]string{
		first:  `{"primary":{"id":"user_1"},"secondary":{"cio_id":"a2"}}`,
		second: `{"type":"person","action":"merge","primary":{"id":"user_1"},"secondary":{"cio_id":"a2"}}`,
	} {
		api := start(t)
		if got := post(t, api, path, body); got != "200 {}" || api.Exists("user_1") {
			t.Errorf("%s of nobody: %s", path, got)
		}
		api.AddPerson(ciotest.Person{ID: "user_1", Attributes: map[string]any{"plan": "pro", "city": ""}, Events: []ciotest.Event{{Name: "new"}}})
		if post(t, api, path, body); !api.Exists("user_1") {
			t.Errorf("%s with nobody took the person away", path)
		}
		api.AddPerson(ciotest.Person{ID: "user_2", Email: "pat@example.com", CioID: "a2", Events: []ciotest.Event{{Name: "old"}},
			Attributes: map[string]any{"id": "user_2", "plan": "free", "city": "Oslo", "seats": 3}})
		if got := post(t, api, path, body); got != "200 {}" {
			t.Errorf("%s: %s", path, got)
		}
		p, _ := api.Person("pat@example.com")
		if p.ID != "user_1" || !reflect.DeepEqual(p.Attributes, map[string]any{"plan": "pro", "city": "Oslo", "seats": 3}) {
			t.Errorf("%s: %+v", path, p)
		}
		if !reflect.DeepEqual(p.Events, []ciotest.Event{{Name: "new"}, {Name: "old"}}) {
			t.Errorf("%s: events %v", path, p.Events)
		}
		if api.Exists("user_2") || api.Exists("cio_a2") || api.Suppressed("user_2") || api.Removed() != 0 {
			t.Errorf("%s: the secondary person is there, suppressed or counted", path)
		}
		if post(t, api, path, strings.Replace(body, "a2", p.CioID, 1)); !api.Exists("user_1") {
			t.Errorf("%s of somebody with themselves took the person away", path)
		}
		if got := post(t, api, path, strings.Replace(body, `"id":"user_1"`, `"id":"user_1","email":"x@example.com"`, 1)); !strings.HasPrefix(got, "400") {
			t.Errorf("%s by two identifiers: %s", path, got)
		}
	}
}

// The App API shows the secondary person for a while.
func TestAMergeLagsAsADeletionDoes(t *testing.T) {
	t.Parallel()
	api := start(t)
	api.AddPerson(ciotest.Person{ID: "user_1"})
	api.AddPerson(ciotest.Person{ID: "user_2"})
	api.SetLag(time.Hour)
	post(t, api, "/api/v1/merge_customers", `{"primary":{"id":"user_1"},"secondary":{"id":"user_2"}}`)
	if got := ask(t, api, "GET", "/v1/customers/user_2/attributes"); !strings.HasPrefix(got, "200") || api.Exists("user_2") {
		t.Error(got)
	}
}
