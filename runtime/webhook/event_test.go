package webhook_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

func TestParseEvent(t *testing.T) {
	e, err := webhook.ParseEvent([]byte(testEvent))
	if err != nil {
		t.Fatal(err)
	}
	raw := e.Data.Raw
	if !strings.HasPrefix(string(raw), `{"delivery_id"`) || !strings.HasSuffix(string(raw), `"Hello"}`) {
		t.Errorf("Data.Raw = %s", raw)
	}
	e.Data.Raw = nil
	want := webhook.Event{
		EventID:    "01HF7Z0000000000000000TEST",
		ObjectType: webhook.ObjectEmail,
		Metric:     webhook.MetricDelivered,
		Timestamp:  time.Unix(1699999990, 0),
		Data: webhook.Data{
			CustomerID:  "user_1",
			Identifiers: webhook.Identifiers{ID: "user_1", Email: "pat@example.com", CioID: "a00000000001"},
			DeliveryID:  "dgTEST0001",
			Recipient:   "pat@example.com",
			Subject:     "Hello",
		},
	}
	if !reflect.DeepEqual(e, want) {
		t.Errorf("got  %#v\nwant %#v", e, want)
	}
}

// withData is an event with the given text as its data.
func withData(data string) []byte {
	return []byte(`{"event_id":"e","object_type":"push","metric":"sent","timestamp":1,"data":` + data + `}`)
}

func TestParseEventReadsEveryField(t *testing.T) {
	e, err := webhook.ParseEvent(withData(`{"customer_id":"a","delivery_id":"b","action_id":1,"parent_action_id":2,
		"campaign_id":3,"broadcast_id":4,"newsletter_id":5,"content_id":6,"journey_id":"c","trigger_id":7,
		"trigger_event_id":"d","transactional_message_id":8,"inbound_event_id":"e","recipient":"f","to":"g",
		"email_address":"h","subject":"i","content":"j","href":"k","link_id":9,"failure_message":"l",
		"identifiers":{"id":"m","email":"n","cio_id":"o"},"proxied":true,"prefetched":true,"synthetic":true,
		"machine":true,"recipients":[{"device_id":"p","device_platform":"ios","failure_message":"q"},{"device_id":"r"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	e.Data.Raw = nil
	want := webhook.Data{
		CustomerID: "a", DeliveryID: "b", ActionID: "1", ParentActionID: "2", CampaignID: "3", BroadcastID: "4",
		NewsletterID: "5", ContentID: "6", JourneyID: "c", TriggerID: "7", TriggerEventID: "d",
		TransactionalMessageID: "8", InboundEventID: "e", Recipient: "f", To: "g", EmailAddress: "h", Subject: "i",
		Content: "j", Href: "k", LinkID: "9", FailureMessage: "l",
		Identifiers: webhook.Identifiers{ID: "m", Email: "n", CioID: "o"},
		Proxied:     true, Prefetched: true, Synthetic: true, Machine: true,
		Recipients: []webhook.Recipient{{"p", "ios", "q"}, {"r", "", ""}},
	}
	if !reflect.DeepEqual(e.Data, want) {
		t.Errorf("got  %#v\nwant %#v", e.Data, want)
	}
}

func TestParseEventTakesWhatIsUnusualInData(t *testing.T) {
	for _, data := range []string{
		`null`, `{}`, `{"new_field":{"a":[1]}}`, `{"campaign_id":null}`, `{"campaign_id":[]}`, `{"identifiers":"a"}`,
		`{"identifiers":[]}`, `{"recipients":{}}`, `{"recipients":[1,null]}`, `{"proxied":"yes"}`, `{"machine":1}`,
	} {
		if _, err := webhook.ParseEvent(withData(data)); err != nil {
			t.Errorf("ParseEvent with data %s: %v", data, err)
		}
	}
	if _, err := webhook.ParseEvent([]byte(`{"metric":"new","object_type":"new","event_id":"e","timestamp":0,"more":1}`)); err != nil {
		t.Errorf("ParseEvent with unknown names: %v", err)
	}
	e, err := webhook.ParseEvent(withData(`{"subject":"caf\u00e9 \"x\"","campaign_id":"7","to":12.5,"href":true,"CONTENT":"no"}`))
	if d := e.Data; err != nil || d.Subject != `café "x"` || d.CampaignID != "7" || d.To != "12.5" || d.Href != "true" || d.Content != "" {
		t.Errorf("ParseEvent = %#v, %v", e.Data, err)
	}
}

func TestMalformedEvents(t *testing.T) {
	for body, want := range map[string]string{
		``:                                       "not a JSON object",
		`pat@example.com`:                        "not a JSON object",
		`null`:                                   "not a JSON object",
		`[` + testEvent + `]`:                    "not a JSON object",
		testEvent + `{}`:                         "not a JSON object",
		testEvent[:200]:                          "not a JSON object",
		`{"metric":"pat`:                         "not a JSON object",
		`{}`:                                     "no event_id",
		`{"event_id":""}`:                        "no event_id",
		`{"event_id":null}`:                      "no event_id",
		`{"event_id":12}`:                        "no event_id",
		`{"Event_ID":"pat"}`:                     "no event_id",
		`{"event_id":{"a":"pat"}}`:               "no event_id",
		`{"event_id":"pat"}`:                     "no object_type",
		`{"event_id":"pat","object_type":"pat"}`: "no metric",
		`{"event_id":"pat","object_type":"pat","metric":["pat"]}`:                                "no metric",
		`{"event_id":"pat","object_type":"pat","metric":"pat"}`:                                  "no timestamp",
		`{"event_id":"pat","object_type":"pat","metric":"pat","timestamp":"pat"}`:                "no timestamp",
		`{"event_id":"pat","object_type":"pat","metric":"pat","timestamp":-1}`:                   "no timestamp",
		`{"event_id":"pat","object_type":"pat","metric":"pat","timestamp":1.5}`:                  "no timestamp",
		`{"event_id":"pat","object_type":"pat","metric":"pat","timestamp":99999999999999999999}`: "no timestamp",
		string(withData(`"pat"`)):   "data is not an object",
		string(withData(`["pat"]`)): "data is not an object",
	} {
		e, err := webhook.ParseEvent([]byte(body))
		if !errors.Is(err, webhook.ErrMalformedEvent) || !reflect.DeepEqual(e, webhook.Event{}) {
			t.Errorf("ParseEvent(%s) = %v, %v, want %v", body, e, err, webhook.ErrMalformedEvent)
			continue
		}
		if want := "webhook: malformed event: " + want; err.Error() != want {
			t.Errorf("ParseEvent(%s): %q, want %q", body, err, want)
		}
	}
}

func TestParsedEventDoesNotShareTheBody(t *testing.T) {
	body := []byte(testEvent)
	e, err := webhook.ParseEvent(body)
	if err != nil {
		t.Fatal(err)
	}
	clear(body)
	if e.Data.Raw[0] != '{' || e.EventID[0] != '0' {
		t.Error("the event changed with the body")
	}
}

func TestPrintedEventsHoldNothingPersonal(t *testing.T) {
	e, err := webhook.ParseEvent([]byte(testEvent))
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("event", "event", e)
	slog.New(slog.NewTextHandler(&log, nil)).Info("event", "event", &e)
	holder := struct{ Event webhook.Event }{e}
	for _, text := range []string{log.String(), fmt.Sprint(e), fmt.Sprintf("%+v", &e), fmt.Sprintf("%+v", holder)} {
		if !strings.Contains(text, "delivered") || strings.Contains(text, "pat@") || strings.Contains(text, "user_1") {
			t.Errorf("printed as %s", text)
		}
	}
}
