package webhook_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/webhook"
)

// statusOf sends a signed body to a handler and returns the status.
func statusOf(h http.Handler, body string) int {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	r.Header = signed(testKey, body)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code
}

func TestEvents(t *testing.T) {
	var got []webhook.Event
	h := newVerifier(t, webhook.Config{}).Events(func(_ context.Context, e webhook.Event) error {
		got = append(got, e)
		return nil
	})
	if status := statusOf(h, testEvent); status != http.StatusOK {
		t.Errorf("got %d, want 200", status)
	}
	if len(got) != 1 || got[0].Metric != webhook.MetricDelivered || got[0].Data.Recipient != "pat@example.com" {
		t.Errorf("the function got %v", got)
	}
}

func TestEventsAnswersForItsFunction(t *testing.T) {
	cause := errors.New("the database of pat@example.com is down")
	for name, tt := range map[string]struct {
		body   string
		key    string
		handle func(context.Context, webhook.Event) error
		status int
		err    error
	}{
		"failure":            {testEvent, testKey, func(context.Context, webhook.Event) error { return cause }, 503, cause},
		"failure like one's": {testEvent, testKey, func(context.Context, webhook.Event) error { return webhook.ErrStale }, 503, webhook.ErrStale},
		"no event":           {`{"metric":"sent"}`, testKey, nil, 400, webhook.ErrMalformedEvent},
		"forged":             {testEvent, "forger", nil, 401, webhook.ErrSignature},
		"no function":        {testEvent, testKey, nil, 503, webhook.ErrConfig},
	} {
		t.Run(name, func(t *testing.T) {
			var reported []error
			v := newVerifier(t, webhook.Config{OnReject: func(_ *http.Request, err error) { reported = append(reported, err) }})
			r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(tt.body))
			r.Header = signed(tt.key, tt.body)
			w := httptest.NewRecorder()
			v.Events(tt.handle).ServeHTTP(w, r)
			if w.Code != tt.status || strings.Contains(w.Body.String(), "pat@") {
				t.Errorf("got %d %s, want %d", w.Code, w.Body, tt.status)
			}
			if len(reported) != 1 || !errors.Is(reported[0], tt.err) {
				t.Errorf("OnReject got %v, want %v", reported, tt.err)
			}
		})
	}
}

func TestEventsHandlesEachEventOnce(t *testing.T) {
	calls := 0
	v := newVerifier(t, webhook.Config{Duplicates: new(webhook.Duplicates)})
	h := v.Events(func(context.Context, webhook.Event) error {
		if calls++; calls == 1 {
			return errors.New("the first time fails")
		}
		return nil
	})
	for i, want := range []int{503, 200, 200} {
		if status := statusOf(h, testEvent); status != want {
			t.Errorf("delivery %d: got %d, want %d", i, status, want)
		}
	}
	if calls != 2 {
		t.Errorf("the function was called %d times, want 2", calls)
	}
}

func TestEventsPassesTheContextOn(t *testing.T) {
	type key struct{}
	h := newVerifier(t, webhook.Config{}).Events(func(ctx context.Context, _ webhook.Event) error {
		if ctx.Value(key{}) != "value" {
			t.Error("the context was lost")
		}
		return nil
	})
	r := httptest.NewRequestWithContext(context.WithValue(t.Context(), key{}, "value"), http.MethodPost, "/", strings.NewReader(testEvent))
	r.Header = signed(testKey, testEvent)
	h.ServeHTTP(httptest.NewRecorder(), r)
}

func TestIsKnown(t *testing.T) {
	for name, want := range map[string]bool{
		"email deferred": true, "email undeliverable": true, "push undeliverable": true, "in_app undeliverable": true,
		"sms undeliverable": true, "slack undeliverable": true, "webhook undeliverable": true, "whatsapp undeliverable": true,
		"whatsapp replied": true, "whatsapp opened": true, "customer cio_subscription_preferences_changed": true,
		"email cio_subscription_preferences_changed": true, "sms unsubscribed": true,
		"email email_bounced": false, "email complained": false, "push spammed": false, "slack delivered": false,
		"fax sent": false, "fax subscribed": false, "email ": false,
	} {
		objectType, metric, _ := strings.Cut(name, " ")
		if got := (webhook.Event{ObjectType: objectType, Metric: metric}).IsKnown(); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

// A handler behind a verifier that remembers events may do all that one without it may, and what it does counts.
func TestHandlersThatFlushOrHijack(t *testing.T) {
	for name, tt := range map[string]struct {
		handle  func(http.ResponseWriter)
		handled bool
	}{
		"flush": {func(w http.ResponseWriter) { w.(http.Flusher).Flush() }, true},
		"flush, then fail": {func(w http.ResponseWriter) {
			_ = http.NewResponseController(w).Flush() // 200 is on its way
			w.WriteHeader(http.StatusInternalServerError)
		}, true},
		"fail, then flush": {func(w http.ResponseWriter) {
			w.WriteHeader(http.StatusInternalServerError)
			w.(http.Flusher).Flush()
		}, false},
		"hijack and go away": {func(w http.ResponseWriter) {
			conn, _, err := http.NewResponseController(w).Hijack()
			if err == nil {
				err = conn.Close()
			}
			if err != nil {
				t.Error(err)
			}
		}, false},
		"go away": {func(http.ResponseWriter) { panic(http.ErrAbortHandler) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			calls := 0
			server, _ := serve(t, webhook.Config{Duplicates: new(webhook.Duplicates)}, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				if calls++; calls == 1 {
					tt.handle(w)
				}
			}))
			for range 2 {
				r, err := http.NewRequest(http.MethodPost, server.URL, strings.NewReader(testEvent))
				if err != nil {
					t.Fatal(err)
				}
				r.Header, r.GetBody = signed(testKey, testEvent), nil // else the client tries again by itself
				if response, err := http.DefaultTransport.RoundTrip(r); err == nil {
					_, _ = io.Copy(io.Discard, response.Body)
					response.Body.Close()
				}
			}
			if want := map[bool]int{true: 1, false: 2}[tt.handled]; calls != want {
				t.Errorf("the handler was called %d times, want %d", calls, want)
			}
		})
	}
}
