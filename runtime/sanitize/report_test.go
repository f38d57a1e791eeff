package sanitize_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// reportOf returns what is reported for a payload, a line a change.
func reportOf(t *testing.T, in object, opts ...sanitize.Option) string {
	t.Helper()
	calls := 0
	var got sanitize.Report
	opts = append(opts, sanitize.WithReport(func(_ context.Context, r sanitize.Report) { got = r; calls++ }))
	sanitize.New(opts...).Attributes(in)
	if calls > 1 {
		t.Errorf("reported %d times", calls)
	}
	var b strings.Builder
	for _, c := range got.Changes {
		fmt.Fprintln(&b, c)
	}
	return b.String()
}

func TestReport(t *testing.T) {
	cycle := object{}
	cycle["self"] = cycle
	tests := map[string]struct {
		in   object
		opts []sanitize.Option
		want string
	}{
		"nothing": {object{"plan": "pro", "phone_hash": "abc"}, nil, ""},
		"keys": {
			object{"ssn": 1, "phone": 2, "user": object{"password": 3}, "l": list{0, object{"ip": 4}}}, nil, `
hashed l[1].ip (network address)
hashed phone (phone number)
dropped ssn (government identifier)
dropped user.password (authenticator)
`},
		"path decides": {object{"card": object{"number": 1}}, nil, `
dropped card.number (payment card)
`},
		"values": {object{"a": ssn, "b": []string{"", card}, "c": 4111111111111111}, nil, `
redacted a (SSN)
redacted b[1] (card number)
redacted c (card number)
`},
		"below a pointer": {object{"a": &[]*object{{"ssn": 1}}}, nil, `
dropped a[0].ssn (government identifier)
`},
		"in text": {object{"a": `{"ssn":1}`}, nil, `
dropped a.ssn (government identifier)
`},
		"options": {object{"nick": 1, "x": 2}, []sanitize.Option{sanitize.NeverSend("nick"), sanitize.Hash("x")}, `
dropped nick (named by an option)
hashed x (named by an option)
`},
		"no key": {object{"phone": 1}, []sanitize.Option{sanitize.WithHashKey(nil)}, `
dropped phone (empty hash key)
`},
		"failures": {object{"ch": make(chan int), "cy": cycle, "p": panicking{}, "raw": custom("{")}, nil, `
dropped ch (no JSON form)
dropped cy.self (cycle)
dropped p (panic in a method)
dropped raw (invalid JSON)
`},
		"tag": {object{"s": struct {
			A int `pii:"never"`
			B int `pii:"hash"`
		}{}}, nil, `
dropped s.A (struct tag)
hashed s.B (struct tag)
`},
		"raw digest": {object{"phone_hash": "+15550123"}, nil, `
hashed phone_hash (raw value under a digest's key)
`},
		"keys are tame": {object{"m": object{card: 1, "a\nb": ssn}}, nil, `
dropped m.[redacted] (sensitive value in the key)
redacted m.a?b (SSN)
`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := reportOf(t, tt.in, tt.opts...); got != strings.TrimPrefix(tt.want, "\n") {
				t.Errorf("got\n%swant%s", got, tt.want)
			}
		})
	}
}

func TestReportIsBounded(t *testing.T) {
	in := object{}
	for i := range 1500 {
		in[fmt.Sprint("k", i)] = object{"ssn": 1}
	}
	sanitize.New(sanitize.WithReport(func(_ context.Context, r sanitize.Report) {
		if len(r.Changes) != 1000 || r.Omitted != 500 {
			t.Errorf("%d changes, %d omitted", len(r.Changes), r.Omitted)
		}
	})).Attributes(in)
}

func TestReportOfJSON(t *testing.T) {
	var got sanitize.Report
	s := sanitize.New(sanitize.WithReport(func(_ context.Context, r sanitize.Report) { got = r }))
	if _, err := s.JSON([]byte(`[{"ssn":1}]`)); err != nil || len(got.Changes) != 1 || got.Changes[0].Path != "[0].ssn" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestActionNames(t *testing.T) {
	if s := fmt.Sprint(sanitize.Dropped, sanitize.Hashed, sanitize.Redacted, sanitize.Action(9)); s != "dropped hashed redacted unknown action" {
		t.Error(s)
	}
}
