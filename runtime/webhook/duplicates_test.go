package webhook_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

var errTest = errors.New("test")

func succeed() error { return nil }

// isDuplicate asks without changing what d remembers.
func isDuplicate(t *testing.T, d *webhook.Duplicates, id string) bool {
	t.Helper()
	duplicate, err := d.Do(t.Context(), id, func() error { return errTest })
	if duplicate == errors.Is(err, errTest) {
		t.Errorf("Do(%q) = %v, %v", id, duplicate, err)
	}
	return duplicate
}

func handle(t *testing.T, d *webhook.Duplicates, id string) {
	t.Helper()
	if duplicate, err := d.Do(t.Context(), id, succeed); duplicate || err != nil {
		t.Errorf("Do(%q) = %v, %v", id, duplicate, err)
	}
}

func TestDuplicatesRemembersOnlySuccess(t *testing.T) {
	var d webhook.Duplicates
	for range 2 {
		if isDuplicate(t, &d, "a") {
			t.Error("a failed event was remembered")
		}
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was lost")
			}
		}()
		d.Do(t.Context(), "a", func() error { panic("test") })
	}()
	if isDuplicate(t, &d, "a") {
		t.Error("an event whose handling panicked was remembered")
	}
	handle(t, &d, "a")
	if !isDuplicate(t, &d, "a") {
		t.Error("a handled event was forgotten")
	}
	if isDuplicate(t, &d, "A") {
		t.Error("another event was taken for it")
	}
}

func TestEmptyEventIDIsNeverADuplicate(t *testing.T) {
	var d webhook.Duplicates
	handle(t, &d, "")
	handle(t, &d, "")
}

func TestDuplicatesForgetsTheOldest(t *testing.T) {
	d := webhook.Duplicates{Capacity: 3}
	for i := range 100 {
		handle(t, &d, fmt.Sprint(i))
		for j := range i + 1 {
			if got, want := isDuplicate(t, &d, fmt.Sprint(j)), j > i-3; got != want {
				t.Fatalf("after event %d: event %d duplicate: %v, want %v", i, j, got, want)
			}
		}
	}
}

func TestDuplicatesForgetsAfterTTL(t *testing.T) {
	for _, ttl := range []time.Duration{0, time.Minute} {
		now := testNow
		d := webhook.Duplicates{TTL: ttl, Now: func() time.Time { return now }}
		if ttl == 0 {
			ttl = webhook.DefaultTTL
		}
		handle(t, &d, "a")
		now = testNow.Add(ttl / 2)
		handle(t, &d, "b")
		now = testNow.Add(ttl - 1)
		if !isDuplicate(t, &d, "a") {
			t.Error("forgotten too early")
		}
		now = testNow.Add(ttl)
		if isDuplicate(t, &d, "a") {
			t.Error("remembered for too long")
		}
		if !isDuplicate(t, &d, "b") {
			t.Error("a later event was forgotten with it")
		}
	}
}

// However many and however long the IDs are.
func TestDuplicatesIsBounded(t *testing.T) {
	const capacity = 10_000
	d := webhook.Duplicates{Capacity: capacity}
	before := heap()
	for i := range 5 * capacity {
		handle(t, &d, strings.Repeat("x", 500)+fmt.Sprint(i))
	}
	perEvent := (heap() - before) / capacity
	t.Logf("%d bytes per event", perEvent)
	if perEvent > 400 { // generous, as the array may be twice as long as what is in it
		t.Errorf("%d bytes per event", perEvent)
	}
	runtime.KeepAlive(&d)
}

func heap() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

func TestDuplicatesHandlesOnceAtATime(t *testing.T) {
	var d webhook.Duplicates
	var running, succeeded, duplicates atomic.Int32
	var calls sync.WaitGroup
	for i := range 200 {
		calls.Go(func() {
			duplicate, _ := d.Do(t.Context(), "a", func() error {
				defer running.Add(-1)
				if running.Add(1) > 1 {
					t.Error("handled twice at a time")
				}
				if i%2 == 0 { // half of them fail, until one does not
					return errTest
				}
				succeeded.Add(1)
				return nil
			})
			if duplicate {
				duplicates.Add(1)
			}
		})
	}
	calls.Wait()
	if succeeded.Load() != 1 {
		t.Errorf("handled %d times with success, want once", succeeded.Load())
	}
	if duplicates.Load() < 99 {
		t.Errorf("%d duplicates, want at least the other 99 of those that would succeed", duplicates.Load())
	}
}

func TestDuplicatesWaitsForTheOtherDelivery(t *testing.T) {
	for _, outcome := range []error{nil, errTest} {
		synctest.Test(t, func(t *testing.T) {
			var d webhook.Duplicates
			var begun, ended atomic.Bool
			finish := make(chan struct{})
			go d.Do(t.Context(), "a", func() error { begun.Store(true); <-finish; return outcome })
			synctest.Wait()
			if !begun.Load() {
				t.Fatal("the first delivery is not handled")
			}
			go func() {
				duplicate, err := d.Do(t.Context(), "a", succeed)
				if want := outcome == nil; duplicate != want || err != nil {
					t.Errorf("Do = %v, %v after the other delivery's %v, want %v", duplicate, err, outcome, want)
				}
				ended.Store(true)
			}()
			synctest.Wait()
			if ended.Load() {
				t.Error("Do did not wait")
			}
			close(finish)
			synctest.Wait()
			if !ended.Load() {
				t.Error("Do still waits")
			}
		})
	}
}

func TestDuplicatesStopsWaitingWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var d webhook.Duplicates
		finish := make(chan struct{})
		go d.Do(t.Context(), "a", func() error { <-finish; return nil })
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if duplicate, err := d.Do(ctx, "a", succeed); duplicate || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Do = %v, %v, want %v", duplicate, err, context.DeadlineExceeded)
		}
		close(finish)
	})
}

// deliver sends a signed body to a handler.
func deliver(handler http.Handler, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	r.Header = signed(testKey, body)
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w
}

func TestHandlerAnswersDuplicatesItself(t *testing.T) {
	for name, tt := range map[string]struct {
		answer func(http.ResponseWriter)
		again  int // how often the next handler sees three deliveries
	}{
		"nothing written": {func(http.ResponseWriter) {}, 1},
		"body only":       {func(w http.ResponseWriter) { w.Write([]byte("ok")) }, 1},
		"204":             {func(w http.ResponseWriter) { w.WriteHeader(204) }, 1},
		"body, then 500":  {func(w http.ResponseWriter) { w.Write(nil); w.WriteHeader(500) }, 1},
		"103, then 202":   {func(w http.ResponseWriter) { w.WriteHeader(103); w.WriteHeader(202) }, 1},
		"103, then 500":   {func(w http.ResponseWriter) { w.WriteHeader(103); w.WriteHeader(500) }, 3},
		"302":             {func(w http.ResponseWriter) { w.WriteHeader(302) }, 3},
		"400":             {func(w http.ResponseWriter) { w.WriteHeader(400) }, 3},
		"500, then body":  {func(w http.ResponseWriter) { w.WriteHeader(500); w.Write([]byte("no")) }, 3},
		"500, then 200":   {func(w http.ResponseWriter) { w.WriteHeader(500); w.WriteHeader(200) }, 3},
	} {
		t.Run(name, func(t *testing.T) {
			calls := 0
			v := newVerifier(t, webhook.Config{Duplicates: new(webhook.Duplicates)})
			handler := v.Handler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				calls++
				tt.answer(w)
			}))
			for range 3 {
				deliver(handler, testEvent)
			}
			if calls != tt.again {
				t.Errorf("next was called %d times, want %d", calls, tt.again)
			}
			if got := deliver(handler, testEvent).Code; tt.again == 1 && got != http.StatusOK {
				t.Errorf("a duplicate was answered with %d", got)
			}
			other := strings.Replace(testEvent, "TEST", "NEXT", 1)
			if deliver(handler, other); calls < 2 {
				t.Error("another event was taken for a duplicate")
			}
		})
	}
}

func TestOnlyVerifiedRequestsUseUpAnEvent(t *testing.T) {
	calls := 0
	v := newVerifier(t, webhook.Config{Duplicates: new(webhook.Duplicates)})
	handler := v.Handler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { calls++ }))
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(testEvent))
	r.Header = signed(otherKey, testEvent)
	handler.ServeHTTP(httptest.NewRecorder(), r)
	if deliver(handler, testEvent); calls != 1 {
		t.Error("a forged request made the event a duplicate")
	}
}

func TestBodiesWithoutAnEventAlwaysGoOn(t *testing.T) {
	v := newVerifier(t, webhook.Config{Duplicates: new(webhook.Duplicates)})
	handler := v.Handler(echo)
	for _, body := range []string{"", "body", `{"note":"from a campaign"}`} {
		for range 2 {
			want := fmt.Sprintf("%d [] %s <nil>", len(body), body)
			if got := deliver(handler, body).Body.String(); got != want {
				t.Errorf("next saw %q, want %q", got, want)
			}
		}
	}
}

func TestHandlerWithDuplicatesKeepsTheResponseController(t *testing.T) {
	v := newVerifier(t, webhook.Config{Duplicates: new(webhook.Duplicates)})
	w := deliver(v.Handler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if err := http.NewResponseController(w).Flush(); err != nil {
			t.Error(err)
		}
	})), testEvent)
	if !w.Flushed {
		t.Error("not flushed")
	}
}

func TestHandlerOfADuplicateWhoseSenderGaveUp(t *testing.T) {
	begun, finish := make(chan struct{}), make(chan struct{})
	v := newVerifier(t, webhook.Config{Duplicates: new(webhook.Duplicates)})
	handler := v.Handler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { close(begun); <-finish }))
	var first sync.WaitGroup
	first.Go(func() { deliver(handler, testEvent) })
	<-begun
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/", strings.NewReader(testEvent))
	r.Header = signed(testKey, testEvent)
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	if w.Code != http.StatusServiceUnavailable {
		t.Errorf("got %d, want 503, as nothing is known of the event yet", w.Code)
	}
	close(finish)
	first.Wait()
}
