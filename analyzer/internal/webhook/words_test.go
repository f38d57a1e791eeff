package webhook

import "testing"

func TestCustomerIOPaths(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]bool{
		"/webhooks/customerio": true, "/customer-io": true, "/customer.io/": true, "/cio/events": true,
		"POST /hooks/customer_io": true, "/api/v1/cio": true, "/customerio/webhook": true, "/CustomerIO/Callback": true,
		"/cio/{id}/events": true, "/customerio/v2/reporting": true,

		"/admin/customerio/sync": false, "/customers/io": false, "/webhooks/stripe": false, "/social/events": false,
		"customerio": false, "/precio/events": false, "https://track.customer.io/api/v1/customers": false, "/customerio/identify": false,
	} {
		if got := isCustomerIOPath(path); got != want {
			t.Errorf("isCustomerIOPath(%q) = %t, want %t", path, got, want)
		}
	}
}

func TestFirstWords(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"ParseEvent": "parse", "parse": "parse", "HTTPError": "http", "isNew": "is", "issue": "issue", "save_all": "save",
		"newsletterSignup": "newsletter", "JSON": "json", "": "",
	} {
		if got := firstWord(name); got != want {
			t.Errorf("firstWord(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestMessages(t *testing.T) {
	t.Parallel()
	ts := part{V: &value{Marks: timestamp}}
	bytes := part{V: &value{Marks: body | raw}}
	marshalled := part{V: &value{Marks: body | rewritten}}
	parsed := part{V: &value{Marks: body}}
	now := part{V: &value{Marks: clock}}
	other := part{V: &value{Marks: unknown}}
	lit := func(s string) part { return part{Lit: s} }
	for name, c := range map[string]struct {
		parts []part
		want  Kind
	}{
		"right":             {[]part{lit("v0:"), ts, lit(":"), bytes}, ""},
		"in small pieces":   {[]part{lit("v"), lit("0"), lit(":"), ts, lit(":"), bytes}, ""},
		"bare body":         {[]part{bytes}, Message},
		"another separator": {[]part{ts, lit("."), bytes}, Message},
		"body first":        {[]part{lit("v0:"), bytes, lit(":"), ts}, Message},
		"nothing":           {nil, Message},
		"more":              {[]part{lit("v0:"), ts, lit(":"), bytes, lit("\n")}, Message},
		"another version":   {[]part{lit("v1:"), ts, lit(":"), bytes}, Message},
		"the clock":         {[]part{lit("v0:"), now, lit(":"), bytes}, Message},
		"time of the event": {[]part{lit("v0:"), parsed, lit(":"), bytes}, Message},
		"marshalled":        {[]part{lit("v0:"), ts, lit(":"), marshalled}, Rewritten},
		"unknown prefix":    {[]part{other, ts, lit(":"), bytes}, ""},
		"unknown":           {[]part{other}, ""},
	} {
		if got := messageProblem(c.parts); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
