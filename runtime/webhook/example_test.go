package webhook_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

// signingKey stands for the key of the examples. Yours comes from the environment or a secret store.
var signingKey = rand.Text()

// A service that takes events, and the test of it: one request that Customer.io could have sent, and one that somebody
// else made up.
func Example() {
	verifier, err := webhook.NewVerifier(signingKey)
	if err != nil {
		fmt.Println(err)
		return
	}
	server := httptest.NewServer(verifier.Handler(http.HandlerFunc(takeEvent)))
	defer server.Close()

	body := `{"event_id":"01TEST","object_type":"email","metric":"bounced","timestamp":1700000000,` +
		`"data":{"identifiers":{"id":"user_1"}}}`
	for _, key := range []string{signingKey, "guessed"} {
		request, err := http.NewRequest(http.MethodPost, server.URL, strings.NewReader(body))
		if err != nil {
			fmt.Println(err)
			return
		}
		webhook.Sign(request.Header, key, time.Now(), []byte(body))
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			fmt.Println(err)
			return
		}
		response.Body.Close()
		fmt.Println(response.Status)
	}
	// Output:
	// email bounced 01TEST for user_1
	// 200 OK
	// 401 Unauthorized
}

func takeEvent(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "cannot read", http.StatusInternalServerError)
		return
	}
	event, err := webhook.ParseEvent(body)
	if err != nil {
		http.Error(w, "no event", http.StatusBadRequest)
		return
	}
	switch event.Metric {
	case webhook.MetricBounced, webhook.MetricSpammed:
		fmt.Println(event, "for", event.Data.Identifiers.ID)
	}
}

// A function for events, and how its errors are answered.
func ExampleVerifier_Events() {
	verifier, err := webhook.NewVerifier(signingKey)
	if err != nil {
		fmt.Println(err)
		return
	}
	handler := verifier.Events(func(_ context.Context, event webhook.Event) error {
		if event.Metric != webhook.MetricBounced {
			return nil // does not concern this service
		}
		return errors.New("the database is down")
	})
	for _, metric := range []string{"opened", "bounced"} {
		body := `{"event_id":"01TEST","object_type":"email","metric":"` + metric + `","timestamp":1700000000}`
		request := httptest.NewRequest(http.MethodPost, "/hooks/customerio", strings.NewReader(body))
		webhook.Sign(request.Header, signingKey, time.Now(), []byte(body))
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		fmt.Println(metric, response.Code)
	}
	// Output:
	// opened 200
	// bounced 503
}

// Without an http.Handler, as in a cloud function.
func ExampleVerifier_Verify() {
	verifier, err := webhook.NewVerifier(signingKey)
	if err != nil {
		fmt.Println(err)
		return
	}
	body := []byte(`{}`)
	headers := http.Header{} // from a map with other spellings: headers.Set(name, value) for each
	webhook.Sign(headers, signingKey, time.Now(), body)

	fmt.Println(webhook.StatusCode(verifier.Verify(headers, body)))
	fmt.Println(webhook.StatusCode(verifier.Verify(headers, []byte(`{"more":1}`))))
	// Output:
	// 200
	// 401
}

// A key is replaced in three steps, and no event is refused in between.
func ExampleVerifier_SetKeys() {
	oldKey, newKey := rand.Text(), rand.Text()
	verifier, err := webhook.NewVerifier(oldKey)
	if err != nil {
		fmt.Println(err)
		return
	}
	show := func(step string) {
		for _, key := range []string{oldKey, newKey} {
			headers := http.Header{}
			webhook.Sign(headers, key, time.Now(), nil)
			fmt.Println(step, verifier.Verify(headers, nil) == nil)
		}
	}
	show("before:")
	if err := verifier.SetKeys(newKey, oldKey); err != nil { // as soon as there is a new key
		fmt.Println(err)
	}
	show("both:")
	if err := verifier.SetKeys(newKey); err != nil { // when Customer.io signs with it
		fmt.Println(err)
	}
	show("after:")
	// Output:
	// before: true
	// before: false
	// both: true
	// both: true
	// after: false
	// after: true
}

// A wide window for retries that keep their timestamp, a memory of what was handled, and an eye on what is refused.
func ExampleConfig_NewVerifier() {
	stale := 0 // a counter of your metrics
	verifier, err := webhook.Config{
		Window:     8 * 24 * time.Hour,
		Duplicates: &webhook.Duplicates{TTL: 16 * 24 * time.Hour}, // from one end of the window to the other
		MaxBody:    4 << 20,
		OnReject: func(_ *http.Request, err error) {
			if errors.Is(err, webhook.ErrStale) {
				stale++
			}
		},
	}.NewVerifier(signingKey)
	if err != nil {
		fmt.Println(err)
		return
	}
	handler := verifier.Handler(http.HandlerFunc(takeEvent))
	deliver := func(sent time.Time) int {
		body := `{"event_id":"01TEST","object_type":"email","metric":"bounced","timestamp":1700000000,` +
			`"data":{"identifiers":{"id":"user_1"}}}`
		request := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
		webhook.Sign(request.Header, signingKey, sent, []byte(body))
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		return response.Code
	}
	fmt.Println("first delivery:", deliver(time.Now().Add(-time.Hour)))
	fmt.Println("same event again:", deliver(time.Now()))
	fmt.Println("too late:", deliver(time.Now().Add(-9*24*time.Hour)))
	fmt.Println("stale:", stale)
	// Output:
	// email bounced 01TEST for user_1
	// first delivery: 200
	// same event again: 200
	// too late: 401
	// stale: 1
}

func ExampleParseEvent() {
	event, err := webhook.ParseEvent([]byte(`{
		"event_id": "01TEST", "object_type": "email", "metric": "clicked", "timestamp": 1700000000,
		"data": {"campaign_id": 12, "href": "https://example.com", "recipient": "pat@example.com"}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(event) // nothing personal
	fmt.Println(event.Timestamp.UTC())
	fmt.Println(event.Data.CampaignID, event.Data.Href)
	// Output:
	// email clicked 01TEST
	// 2023-11-14 22:13:20 +0000 UTC
	// 12 https://example.com
}

// With a queue instead of an HTTP handler.
func ExampleDuplicates_Do() {
	var duplicates webhook.Duplicates
	ctx := context.Background()
	broken := true
	for range 3 {
		duplicate, err := duplicates.Do(ctx, "01TEST", func() error {
			if broken {
				broken = false
				return errors.New("the database is down")
			}
			return nil
		})
		fmt.Println(duplicate, err)
	}
	// Output:
	// false the database is down
	// false <nil>
	// true <nil>
}

// A test's request from Customer.io.
func ExampleSign() {
	body := `{}`
	request := httptest.NewRequest(http.MethodPost, "/hooks/customerio", strings.NewReader(body))
	webhook.Sign(request.Header, signingKey, time.Unix(1700000000, 0), []byte(body))

	fmt.Println(request.Header.Get("X-CIO-Timestamp"))
	fmt.Println(len(request.Header.Get("X-CIO-Signature")))
	// Output:
	// 1700000000
	// 64
}
