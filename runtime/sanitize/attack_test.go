package sanitize_test

import (
	"database/sql"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/mail"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type (
	tel      string
	telPtr   struct{ v string }
	telAlias = string
	wrapper  struct{ Inner any }
	contact  struct {
		*mail.Address
		Phone tel `json:"phone"`
	}
	lateShadow struct {
		wrapper
		Phone telPtr
	}
	shy struct {
		phone string
		Phone func() string `json:"-"`
	}
	deepEmbed struct{ *midEmbed }
	midEmbed  struct{ leafEmbed }
	leafEmbed struct {
		Password string
		Phone    **string `json:"phone,omitempty"`
	}
	textKey struct{ k string }
)

func (p *telPtr) MarshalJSON() ([]byte, error)  { return json.Marshal(p.v) }
func (p telPtr) String() string                 { return p.v }
func (k textKey) MarshalText() ([]byte, error)  { return []byte(k.k), nil }
func (w *wrapper) MarshalText() ([]byte, error) { return nil, errors.New("phone " + marker) }

// Every value here holds the marker in a place from which it must not leave.
func TestLeaksThatMustNotGetThrough(t *testing.T) {
	raw := "+1-" + marker
	p := &raw
	var boxed any = raw
	attacks := map[string]any{
		"pointer to interface":            object{"phone": &boxed},
		"pointer chain in embedded":       deepEmbed{&midEmbed{leafEmbed{marker, &p}}},
		"named type in embedded pointer":  contact{&mail.Address{Name: "x"}, tel(raw)},
		"pointer receiver in value":       lateShadow{Phone: telPtr{raw}},
		"pointer receiver by pointer":     &lateShadow{Phone: telPtr{raw}},
		"stringer list":                   object{"phone": []telPtr{{raw}}},
		"map keys below a hash key":       object{"phone": map[string]int{raw: 1}},
		"map keys of a marshaler":         object{"phone": map[textKey]bool{{raw}: true}},
		"sql null":                        object{"phone": sql.NullString{String: raw, Valid: true}},
		"ip of net":                       object{"ip": net.ParseIP("192.0.2.1"), "ssn": marker},
		"header":                          http.Header{"Password": {marker}, "Phone": {raw}},
		"form":                            url.Values{"ssn": {marker}, "phone": {raw}},
		"list of lists":                   object{"phone": [][]string{{raw}, {raw}}},
		"array of pointers":               object{"phone": [1]*string{p}},
		"escaped raw json":                json.RawMessage(`{"\u0073\u0073n":"` + marker + `","p\u0068one":` + marker + `}`),
		"raw json twice":                  json.RawMessage(`{"a":"{\"b\":\"{\\\"ssn\\\":\\\"` + marker + `\\\"}\"}"}`),
		"json text with space":            " \n\t{\"phone\":\"" + raw + "\"}",
		"json text hides a duplicate":     `{"a":{"ssn":"` + marker + `"},"a":1}`,
		"json bytes":                      []byte(`{"ssn":"` + marker + `"}`),
		"json text in a digest":           object{"phone_hash": object{"password": marker}},
		"raw under the digest's key":      object{"phone_hash": list{raw, 5559990, uint8(5), object{"phone": raw}}},
		"styles":                          object{"SSN": marker, "Social-Security": marker, "socialSecurity": marker, "PHONE NUMBER": raw, "ip.address": raw},
		"key in a list in a list":         list{list{list{object{"cvv": marker}}}},
		"error as value":                  object{"phone": errors.New(raw)},
		"failing text":                    &wrapper{raw},
		"unexported only":                 shy{phone: raw},
		"map of any to any":               map[any]any{"phone": raw, 1: map[any]any{"ssn": marker}},
		"channel below a hash key":        object{"phone": list{make(chan string), raw}},
		"struct as a map's key":           object{"phone": raw, "m": map[struct{ S string }]int{{marker}: 1}},
		"atomic":                          object{"phone": func() any { var v atomic.Value; v.Store(raw); return &v }()},
		"sync.Map":                        object{"phone": func() any { var m sync.Map; m.Store(raw, raw); return &m }()},
		"json.Number that is none":        object{"phone": json.Number(raw)},
		"json.Number with an exponent":    object{"phone": json.Number("5.55999e6"), "ssn": json.Number("5.559990e6")},
		"alias":                           object{"phone": telAlias(raw)},
		"address in a prefix":             object{"ip": netip.MustParsePrefix("192.0.2.0/24"), "password": []byte(marker)},
		"reserved key with a map":         object{"id": object{"ssn": marker}, "email": list{object{"phone": raw}}, "reply_to": `{"ssn":"` + marker + `"}`},
		"preferences":                     object{"cio_subscription_preferences": object{"topics": object{"ssn": marker, "phone": raw}}},
		"dotted preferences":              object{"cio_subscription_preferences.topics.ssn": marker, "cio_subscription_preferences.phone": raw},
		"relationships as text":           object{"cio_relationships": `[{"relationship_attributes":{"ssn":"` + marker + `"}}]`},
		"relationships as raw json":       object{"cio_relationships": json.RawMessage(`{"relationships":[{"relationship_attributes":{"ssn":"` + marker + `"}}]}`)},
		"sensitive key beside identifier": object{"identifiers": object{"id": "1", "phone": raw, "ssn": marker}},
	}
	for name, in := range attacks {
		t.Run(name, func(t *testing.T) {
			for _, payload := range []object{{"v": in}, top(in)} {
				once := sanitize.Attributes(payload)
				data, err := json.Marshal(once)
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(string(data), marker) || strings.Contains(string(data), "192.0.2.") || strings.Contains(string(data), "555999") {
					t.Errorf("leaked: %s", data)
				}
				equal(t, sanitize.Attributes(once), once)
				if message, _ := json.Marshal(sanitize.MessageData(payload)); strings.Contains(string(message), marker) {
					t.Errorf("leaked: %s", message)
				}
			}
		})
	}
}

// top is v as a whole payload, if it can be one.
func top(v any) object {
	if m, ok := v.(object); ok {
		return m
	}
	return object{"data": list{v}}
}

// What looks sensitive here and is not must arrive letter for letter.
func TestHarmlessValuesThatMustGetThrough(t *testing.T) {
	for name, in := range map[string]object{
		"plan names":         {"plan": "phone plus", "product": "SSN monitoring", "title": "Your password was changed"},
		"qualified keys":     {"phone_verified": true, "password_changed_at": 1700000000, "has_credit_card": false, "ip_country": "DE", "address_count": 2},
		"card for copy":      {"card_last4": "4242", "card_brand": "visa", "card": object{"brand": "visa", "last4": "4242"}},
		"email in all forms": {"email": "a@b.example", "email_address": "a@b.example", "work_email": "x@y.example"},
		"names":              {"name": "Pat Doe", "first_name": "Pat", "company": object{"name": "Example", "city": "Bonn"}},
		"ids":                {"order_id": "10012345", "uuid": "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "sha": sum("x"), "tracking": "1Z999AA10123456784"},
		"times":              {"created_at": 1700000000, "millis": 1700000000000, "micros": 1700000000000000, "at": time.Unix(1, 0), "iso": "2026-01-02T03:04:05Z"},
		"numbers":            {"price": 12.5, "big": 1 << 40, "neg": -5, "rate": 1e-9, "n": json.Number("1.50"), "z": 0, "f32": float32(1.5)},
		"json that is fine":  {"meta": `{"a": 1,  "b": [1.0, "x"]}`, "list": "[1, 2]", "brace": "{not json", "smile": "[:-)"},
		"liquid":             {"subject": "Hi {{customer.first_name}}", "body": "{% if plan == 'pro' %}x{% endif %}"},
		"urls":               {"url": "https://example.com/a?b=c#d", "image": "https://cdn.example.com/1234567890123.png"},
		"versions":           {"app_version": "10.4.2.1", "sdk": "v3.11.0", "build": 20261121},
		"text":               {"note": "call me at noon", "emoji": "☎️ ✓", "html": "<b>&amp;</b>", "empty": "", "space": " "},
		"items":              {"items": list{object{"sku": "a", "qty": 2, "price": 9.99}, object{"sku": "b", "qty": 1, "price": 1.0}}},
		"flags":              {"unsubscribed": false, "cio_subscription_preferences": object{"topics": object{"topic_1": true, "topic_2": false}}},
		"digests":            {"phone_hash": sum("x"), "ip_hash": list{sum("a"), nil}, "email_hash": "AbC123=="},
		"keys of all kinds":  {"": "x", "a.b": 1, "Ünïcode": 2, "with space": 3, "x[y]": 4, "custom:plan": "p"},
		"nils":               {"a": nil, "l": list{nil, nil}, "m": object{}},
		"relationship":       {"cio_relationships": object{"action": "add_relationships", "relationships": list{object{"identifiers": object{"object_type_id": "1", "object_id": "acme"}, "relationship_attributes": object{"role": "admin"}}}}},
		"track body":         {"type": "person", "action": "identify", "identifiers": object{"email": "a@b.example"}, "attributes": object{"plan": "pro"}},
		"event":              {"recipient": "a@b.example", "from_address": "b@c.example", "reply_to": "c@d.example", "total": 40.0, "currency": "EUR"},
		"broadcast":          {"per_user_data": []map[string]any{{"id": "1", "data": object{"plan": "pro"}}}, "emails": []string{"a@b.example"}},
	} {
		t.Run(name, func(t *testing.T) {
			if report := reportOf(t, in); report != "" {
				t.Errorf("reported %s", report)
			}
			equal(t, sanitize.Attributes(in), in)
			equal(t, sanitize.MessageData(in), in)
		})
	}
}
