package webhook

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"
)

// ErrMalformedEvent: a body is not an event of a reporting webhook. The text names the field, never its value.
var ErrMalformedEvent = errors.New("webhook: malformed event")

// Event is what happened to a message or a person. Its data is personal: String and LogValue leave Data out, so that
// an Event may be printed and logged.
//
// An Event is for reading. To store or forward one, keep the body it was parsed from.
type Event struct {
	EventID    string    // the same for each delivery of this event
	ObjectType string    // what it is about, see [ObjectEmail] and the others
	Metric     string    // what happened, see [MetricDelivered] and the others
	Timestamp  time.Time // when it happened; says nothing of the request's freshness
	Data       Data
}

// Values of [Event.ObjectType].
const (
	ObjectCustomer = "customer"
	ObjectEmail    = "email"
	ObjectPush     = "push"
	ObjectInApp    = "in_app"
	ObjectSMS      = "sms"
	ObjectWhatsApp = "whatsapp"
	ObjectSlack    = "slack"
	ObjectWebhook  = "webhook"
)

// Values of [Event.Metric]. Which of them occur depends on the object type, see [Event.IsKnown]. Where Customer.io names
// events to subscribe to, it joins both: email_bounced is the metric bounced of the object type email.
const (
	MetricDrafted       = "drafted"
	MetricAttempted     = "attempted"
	MetricSent          = "sent"
	MetricDelivered     = "delivered"
	MetricOpened        = "opened"
	MetricClicked       = "clicked"
	MetricConverted     = "converted"
	MetricReplied       = "replied"
	MetricBounced       = "bounced"
	MetricDeferred      = "deferred"
	MetricDropped       = "dropped"
	MetricSpammed       = "spammed"
	MetricFailed        = "failed"
	MetricUndeliverable = "undeliverable"

	MetricSubscribed         = "subscribed"
	MetricUnsubscribed       = "unsubscribed"
	MetricPreferencesChanged = "cio_subscription_preferences_changed"
)

// ParseEvent reads the body of a reporting webhook: a JSON object with event_id, object_type, metric (strings, not
// empty), timestamp (seconds) and data (an object, or absent). Anything else is [ErrMalformedEvent]. Object types,
// metrics and fields it does not know are no error, nor is a field of data with another type than usual: an event
// refused for such a reason would stall the stream.
//
// It does not verify anything: give it what a [Verifier] let through.
func ParseEvent(body []byte) (Event, error) {
	fields := parseObject(body)
	if fields == nil {
		return Event{}, fmt.Errorf("%w: not a JSON object", ErrMalformedEvent)
	}
	var e Event
	for _, required := range []struct {
		name string
		to   *string
	}{
		{"event_id", &e.EventID}, {"object_type", &e.ObjectType}, {"metric", &e.Metric},
	} {
		if err := json.Unmarshal(fields[required.name], required.to); err != nil || *required.to == "" {
			return Event{}, fmt.Errorf("%w: no %s", ErrMalformedEvent, required.name)
		}
	}
	var ok bool
	if e.Timestamp, ok = parseSeconds(string(fields["timestamp"])); !ok {
		return Event{}, fmt.Errorf("%w: no timestamp", ErrMalformedEvent)
	}
	if e.Data, ok = parseData(fields["data"]); !ok {
		return Event{}, fmt.Errorf("%w: data is not an object", ErrMalformedEvent)
	}
	return e, nil
}

// metrics are the events that Customer.io's webhooks have, by object type. Sources: the vendor's OpenAPI file
// https://docs.customer.io/files/journeys-webhooks.json, and for deferred its list of events to subscribe to.
var metrics = map[string]string{
	ObjectCustomer: "subscribed unsubscribed cio_subscription_preferences_changed",
	ObjectEmail: "drafted attempted sent deferred delivered opened clicked converted unsubscribed bounced dropped spammed failed " +
		"undeliverable",
	ObjectPush:     "drafted attempted sent delivered opened clicked converted bounced dropped failed undeliverable",
	ObjectInApp:    "drafted attempted sent opened clicked converted failed undeliverable",
	ObjectSMS:      "drafted attempted sent delivered clicked converted bounced failed undeliverable replied",
	ObjectWhatsApp: "drafted attempted sent delivered opened clicked converted bounced dropped failed undeliverable replied",
	ObjectSlack:    "drafted attempted sent clicked failed undeliverable",
	ObjectWebhook:  "drafted attempted sent clicked failed undeliverable",
}

// IsKnown reports whether Customer.io documented the metric for the object type when this package was written. An event
// that is not known is as good as any other; a service that must not miss a new sort can log it. A customer event may
// come with the object type of the message that caused it.
func (e Event) IsKnown() bool {
	has := func(objectType string) bool {
		return slices.Contains(strings.Fields(metrics[objectType]), e.Metric)
	}
	return has(e.ObjectType) || metrics[e.ObjectType] != "" && has(ObjectCustomer)
}

// String is the type, metric and ID of the event.
func (e Event) String() string { return e.ObjectType + " " + e.Metric + " " + e.EventID }

// LogValue is everything but Data.
func (e Event) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("event_id", e.EventID),
		slog.String("object_type", e.ObjectType),
		slog.String("metric", e.Metric),
		slog.Time("timestamp", e.Timestamp),
	)
}

// parseObject is nil for anything but a JSON object. Unlike a struct, a map takes names exactly as they are written.
func parseObject(text []byte) (fields map[string]json.RawMessage) {
	if json.Unmarshal(text, &fields) != nil {
		return nil
	}
	return fields
}

// text is a JSON string's content, and the JSON text of a number or boolean: IDs come as both.
func text(field json.RawMessage) string {
	if len(field) == 0 {
		return ""
	}
	switch field[0] {
	case '{', '[', 'n': // 'n' as in null
		return ""
	case '"':
		var s string
		_ = json.Unmarshal(field, &s) // it was part of valid JSON
		return s
	}
	return string(field)
}
