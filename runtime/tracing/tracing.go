// Package tracing keeps people out of what traces HTTP requests.
//
// The Track API has a person's identifier, an e-mail address in many workspaces, in the path of each request, and the App
// API in its queries. Whatever records URLs on the way, a tracing transport, its metrics, its exporter, keeps them where
// no erasure reaches. [NewTransport] shows such a transport another URL than the one that is requested:
//
//	transport, err := tracing.NewTransport(http.DefaultTransport, func(base http.RoundTripper) http.RoundTripper {
//		return otelhttp.NewTransport(base)
//	})
//	client := &http.Client{Transport: transport}
//	// PUT https://track.customer.io/api/v1/customers/pat@example.com/events is traced as
//	// PUT https://track.customer.io/api/v1/customers/-/events
//
// What stays are the words that Customer.io's own paths are made of, and in a query the names of its parameters. Headers
// and bodies are not touched: a tracer that records those sees people all the same. So does what is outside of the
// transport: an [http.Client] puts the whole URL into the errors that it returns.
package tracing

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
)

// blank stands for what is taken out. It needs no escaping anywhere.
const blank = "-"

// words are the segments that paths of the Track, App and Pipelines APIs are made of, apart from what names somebody or
// something (https://docs.customer.io/files/journeys-track.json, https://docs.customer.io/integrations/api/app/).
var words = set(`accounts activities alias api attributes auth batch broadcasts campaigns collections customers
	delivery devices email entity esp_suppression events exports forms group identify imports in_app inbox_message
	info ip_addresses merge_customers messages metrics newsletters object_types objects page push region
	relationships reporting_webhooks screen segments send sender_identities sms snippets submit subscription_preferences
	suppress track transactional triggers unsubscribe unsuppress v1 v2 workspaces add_customers remove_customers`)

// named are the segments after which comes the name of somebody or something, whatever it looks like.
var named = set(`customers devices segments forms unsubscribe campaigns broadcasts newsletters messages collections objects`)

func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(list) {
		out[word] = true
	}
	return out
}

// URL returns a copy of a URL without whom or what it is about: every segment of the path that is no word of
// Customer.io's is "-", and so are the values of the query. User and fragment are dropped.
func URL(u *url.URL) *url.URL {
	segments := strings.Split(u.EscapedPath(), "/")
	before := ""
	for i, segment := range segments {
		if segment != "" && (named[before] || !words[segment]) {
			segments[i] = blank
		}
		before = segments[i]
	}
	out := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: strings.Join(segments, "/")}
	if u.RawQuery != "" {
		out.RawQuery = blankQuery(u.RawQuery)
	}
	return out
}

// parameters are those of the App API whose names may be seen.
var parameters = set(`email id_type limit start type metric name page sort asc`)

func blankQuery(query string) string {
	pairs := strings.Split(query, "&")
	for i, pair := range pairs {
		name, _, hasValue := strings.Cut(pair, "=")
		if !parameters[name] {
			name = blank
		}
		if pairs[i] = name; hasValue {
			pairs[i] += "=" + blank
		}
	}
	return strings.Join(pairs, "&")
}

// NewTransport returns a transport that sends requests through what trace makes, which sees them with [URL], and then
// through base with the URLs that they have. Trace is called once, with the transport that it has to send requests
// through, and must leave their contexts in place, as tracing transports do. A nil base is [http.DefaultTransport]; a nil
// trace, or one that returns nil, is an error.
func NewTransport(base http.RoundTripper, trace func(base http.RoundTripper) http.RoundTripper) (http.RoundTripper, error) {
	if trace == nil {
		return nil, errors.New("tracing: NewTransport needs a function that makes the tracing transport")
	}
	if base == nil {
		base = http.DefaultTransport
	}
	traced := trace(restoring{base})
	if traced == nil {
		return nil, errors.New("tracing: the tracing transport is nil")
	}
	return blanking{traced}, nil
}

// original is the key of the request as it was in its context.
type original struct{}

// blanking shows a request to the tracer without people.
type blanking struct{ traced http.RoundTripper }

// RoundTrip implements [http.RoundTripper].
func (t blanking) RoundTrip(r *http.Request) (*http.Response, error) {
	shown := r.Clone(context.WithValue(r.Context(), original{}, r))
	shown.URL, shown.RequestURI = URL(r.URL), ""
	if shown.Host == "" {
		shown.Host = r.URL.Host
	}
	resp, err := t.traced.RoundTrip(shown)
	if resp != nil {
		resp.Request = r
	}
	return resp, err
}

// restoring sends a request to where it was meant to go.
type restoring struct{ base http.RoundTripper }

var errNoOriginal = errors.New("tracing: the tracing transport has dropped the request's context")

// RoundTrip implements [http.RoundTripper].
func (t restoring) RoundTrip(r *http.Request) (*http.Response, error) {
	asked, ok := r.Context().Value(original{}).(*http.Request)
	if !ok {
		if r.Body != nil {
			_ = r.Body.Close()
		}
		return nil, errNoOriginal // the URL is blank: to send it would ask for nobody
	}
	sent := r.Clone(r.Context()) // with the tracer's headers
	sent.URL, sent.Host = asked.URL, asked.Host
	return t.base.RoundTrip(sent)
}
