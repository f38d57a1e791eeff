package sanitize_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type signup struct {
	ID    string `json:"id"`
	Plan  string `json:"plan,omitempty"`
	Phone string `json:"phone"`
	SSN   string `json:"ssn"`
	Nick  string `json:"nick" pii:"never"`
}

type octet byte

func TestValue(t *testing.T) {
	in := signup{ID: card, Phone: "+1-555-0123", SSN: "1", Nick: "x"}
	want := object{"id": card, "phone_hash": sum("+1-555-0123")}
	var none *signup
	for name, tt := range map[string]struct{ in, want any }{
		"struct":           {in, want},
		"pointer":          {&in, want},
		"slice":            {[]signup{in}, list{want}},
		"map":              {object{"ssn": 1, "id": card}, object{"id": card}},
		"map of strings":   {map[string]string{"ssn": "1", "plan": "pro"}, object{"plan": "pro"}},
		"named map":        {traits{"phone": "1"}, object{"phone_hash": sum("1")}},
		"raw json":         {json.RawMessage(`{"ssn":1,"id":"` + card + `"}`), json.RawMessage(`{"id":"` + card + `"}`)},
		"text":             {"pay " + card, "pay [redacted]"},
		"json text":        {`{"ssn":1}`, `{}`},
		"named bytes":      {[]octet("pay " + card), []byte("pay [redacted]")},
		"harmless bytes":   {[]octet("pro"), []octet("pro")},
		"array of them":    {[3]octet{'p', 'r', 'o'}, [3]octet{'p', 'r', 'o'}},
		"number":           {7, 7},
		"nil":              {nil, nil},
		"nil pointer":      {none, nil},
		"nil map":          {object(nil), object(nil)},
		"what has no JSON": {make(chan int), nil},
	} {
		t.Run(name, func(t *testing.T) {
			got := sanitize.Value(tt.in)
			equal(t, got, tt.want)
			equal(t, sanitize.Value(got), tt.want)
		})
	}
}

func TestValueOfAMapIsAttributes(t *testing.T) {
	for seed := range uint64(300) {
		in := payload{rand.New(rand.NewPCG(3, seed))}.object(4)
		equal(t, sanitize.Value(in), sanitize.Attributes(in))
	}
}

// It changes what the package's functions do, so it runs by itself.
func TestSetDefault(t *testing.T) {
	defer sanitize.SetDefault(nil)
	in := object{"phone": "1", "nick": "a"}
	plain := object{"phone_hash": sum("1"), "nick": "a"}
	equal(t, sanitize.Attributes(in), plain)
	equal(t, sanitize.Default().Attributes(in), plain)

	s := sanitize.New(sanitize.WithHashKey([]byte("key")), sanitize.NeverSend("nick"))
	sanitize.SetDefault(s)
	want := s.Attributes(in)
	text, err := s.JSON([]byte(`{"phone":"1","nick":"a"}`))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, sanitize.Attributes(in), want)
	equal(t, sanitize.MessageData(in), want)
	equal(t, sanitize.Value(in), want)
	if got, err := sanitize.JSON([]byte(`{"phone":"1","nick":"a"}`)); err != nil || string(got) != string(text) {
		t.Errorf("JSON gave %s, %v, want %s", got, err, text)
	}
	equal(t, sanitize.New().Attributes(in), plain) // one's own stays one's own

	sanitize.SetDefault(nil)
	equal(t, sanitize.Attributes(in), plain)
}

func TestReportsCarryTheContext(t *testing.T) {
	type key struct{}
	var got any
	s := sanitize.New(sanitize.NeverSend("nick"), sanitize.WithReport(func(ctx context.Context, _ sanitize.Report) { got = ctx.Value(key{}) }))
	with := s.WithContext(context.WithValue(t.Context(), key{}, "trace"))
	for name, clean := range map[string]func(){
		"Attributes":  func() { with.Attributes(object{"nick": 1}) },
		"MessageData": func() { with.MessageData(object{"nick": 1}) },
		"Value":       func() { with.Value(object{"nick": 1}) },
		"JSON":        func() { _, _ = with.JSON([]byte(`{"nick":1}`)) },
	} {
		got = nil
		if clean(); got != "trace" {
			t.Errorf("the report of %s has the value %v", name, got)
		}
	}
	if s.Attributes(object{"nick": 1}); got != nil {
		t.Errorf("the report without a context has the value %v", got)
	}
	var none *sanitize.Sanitizer
	equal(t, none.WithContext(t.Context()).Attributes(object{"ssn": 1}), object{})
}

// Tags that others put on personal data make a key strict, but for what must arrive.
func TestTagsOfOthers(t *testing.T) {
	type marked struct {
		City  string `json:"city" pii:"true"`
		Town  string `json:"town" log:"-"`
		Note  string `json:"note" masq:"secret"`
		Plan  string `json:"plan" sensitive:"false"`
		Email string `json:"email" pii:"true"`
		Code  string `json:"otp" sensitive:"true"`
	}
	in := marked{"a", "b", "c", "d", "e@example.com", "123456"}
	out := sanitize.MessageData(map[string]any{"m": in})["m"].(map[string]any)
	for _, key := range []string{"city_hash", "town_hash", "plan", "otp"} {
		if out[key] == nil {
			t.Errorf("%s is gone: %v", key, out)
		}
	}
	for _, key := range []string{"city", "town", "note"} {
		if out[key] != nil {
			t.Errorf("%s is there: %v", key, out)
		}
	}
	top, _ := sanitize.Value(in).(map[string]any)
	if top["email"] != in.Email || top["city"] != nil || top["otp"] != nil {
		t.Errorf("%v", top)
	}
}
