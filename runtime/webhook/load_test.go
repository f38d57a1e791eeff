package webhook_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

const (
	loadRequests = 10_000
	loadConns    = 32 // more would only wait for the processor
)

// forgeries turn a request that would pass into one that must not.
var forgeries = map[string]func(h http.Header, body *string){
	"wrong key":         func(h http.Header, body *string) { webhook.Sign(h, "forger", testNow, []byte(*body)) },
	"retired key":       func(h http.Header, body *string) { webhook.Sign(h, "retired", testNow, []byte(*body)) },
	"no signature":      func(h http.Header, _ *string) { h.Del(webhook.SignatureHeader) },
	"no timestamp":      func(h http.Header, _ *string) { h.Del(webhook.TimestampHeader) },
	"body changed":      func(_ http.Header, body *string) { *body = strings.Replace(*body, "good", "evil", 1) },
	"body extended":     func(_ http.Header, body *string) { *body += " " },
	"timestamp changed": func(h http.Header, _ *string) { h.Set(webhook.TimestampHeader, "1700000001") },
	"digit changed":     func(h http.Header, _ *string) { h.Set(webhook.SignatureHeader, flip(h.Get(webhook.SignatureHeader))) },
	"cut":               func(h http.Header, _ *string) { h.Set(webhook.SignatureHeader, h.Get(webhook.SignatureHeader)[:62]) },
	"body alone signed": func(h http.Header, body *string) { h.Set(webhook.SignatureHeader, hexMAC(testKey, *body)) },
	"replayed":          func(h http.Header, body *string) { webhook.Sign(h, testKey, testNow.Add(-time.Hour), []byte(*body)) },
	"other's signature": func(h http.Header, _ *string) {
		h.Set(webhook.SignatureHeader, signed(testKey, "other").Get(webhook.SignatureHeader))
	},
	"second signature": func(h http.Header, body *string) { h.Add(webhook.SignatureHeader, hexMAC("forger", *body)) },
}

// Half of the requests are good, signed with two keys in turn; keys are rotated all the while.
func TestUnderLoad(t *testing.T) {
	var seen [loadRequests]atomic.Int32 // how often the next handler saw each request
	next := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		var id int
		if _, scanErr := fmt.Sscanf(string(body), "good %d ", &id); err != nil || scanErr != nil || int64(len(body)) != r.ContentLength {
			t.Errorf("next saw %d of %d bytes: %v, %v", len(body), r.ContentLength, err, scanErr)
			return
		}
		seen[id].Add(1)
	})
	v := newVerifier(t, webhook.Config{}, "retired")
	if err := v.SetKeys(testKey, otherKey); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(v.Handler(next))
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{MaxConnsPerHost: loadConns, MaxIdleConnsPerHost: loadConns}}
	defer client.CloseIdleConnections()

	names := make([]string, 0, len(forgeries))
	for name := range forgeries {
		names = append(names, name)
	}
	stop := make(chan struct{})
	var rotation, requests sync.WaitGroup
	rotation.Go(func() { rotate(t, v, stop) })
	start := make(chan struct{})
	for id := range loadRequests {
		requests.Go(func() {
			<-start // all of them are there before the first one goes
			body := fmt.Sprintf("good %d %s", id, strings.Repeat("x", id%2000))
			h := signed([]string{testKey, otherKey}[id/2%2], body)
			want, name := http.StatusOK, "good"
			if id%2 == 1 {
				want, name = http.StatusUnauthorized, names[id/2%len(names)]
				forgeries[name](h, &body)
			}
			if got := status(t, client, server.URL, h, body, id%3 == 0); got != want {
				t.Errorf("request %d (%s): got %d, want %d", id, name, got, want)
			}
		})
	}
	close(start)
	requests.Wait()
	close(stop)
	rotation.Wait()
	for id := range seen {
		if got, want := seen[id].Load(), int32(1-id%2); got != want {
			t.Errorf("next saw request %d %d times, want %d", id, got, want)
		}
	}
}

// rotate changes the keys around the two that must stay valid.
func rotate(t *testing.T, v *webhook.Verifier, stop <-chan struct{}) {
	for i := 0; ; i++ {
		keys := []string{testKey, otherKey, fmt.Sprint("key", i)}
		keys[0], keys[i%3] = keys[i%3], keys[0]
		if err := v.SetKeys(keys...); err != nil {
			t.Error(err)
		}
		select {
		case <-stop:
			return
		case <-time.After(time.Millisecond):
		}
	}
}

func status(t *testing.T, client *http.Client, url string, h http.Header, body string, inChunks bool) int {
	var send io.Reader = strings.NewReader(body)
	if inChunks {
		send = chunked(body)
	}
	request, err := http.NewRequest(http.MethodPost, url, send)
	if err != nil {
		t.Error(err)
		return 0
	}
	request.Header = h
	response, err := client.Do(request)
	if err != nil {
		t.Error(err)
		return 0
	}
	defer response.Body.Close()
	io.Copy(io.Discard, response.Body)
	return response.StatusCode
}
