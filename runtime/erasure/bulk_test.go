package erasure_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/erasure"
)

// mustBeErased checks that each of user_0 to user_n-1 was suppressed first and deleted then.
func mustBeErased(t *testing.T, api *ciotest.Workspace, n int) {
	t.Helper()
	suppressed, deleted := map[string]bool{}, map[string]bool{}
	for _, c := range api.Calls() {
		switch {
		case !c.Applied:
		case c.Action == "suppress":
			suppressed[c.Identifier] = true
		case c.Action == "delete":
			deleted[c.Identifier] = true
			if !suppressed[c.Identifier] {
				t.Errorf("%s was deleted before suppression", c.Identifier)
			}
		}
	}
	for i := range n {
		id := fmt.Sprintf("user_%d", i)
		if !suppressed[id] || !deleted[id] || api.Exists(id) || !api.Suppressed(id) {
			t.Errorf("%s: suppressed %t, deleted %t, exists %t", id, suppressed[id], deleted[id], api.Exists(id))
		}
	}
}

func TestEraseAllErasesEverybodyThroughFailures(t *testing.T) {
	t.Parallel()
	const n = 1000
	api := newAPI(t)
	addPeople(api, n)
	api.SetFault(ciotest.RandomFaults(1, 0.2))
	eraser := newEraser(api, erasure.WithConcurrency(8), erasure.WithRetry(erasure.Retry{Attempts: 30}))
	summary, err := eraser.EraseAll(t.Context(), people(n))
	if err != nil || summary.People != n || summary.Erased != n {
		t.Errorf("%s: %v", summary, err)
	}
	mustBeErased(t, api, n)
	if peak := api.Peak(); peak > 8 {
		t.Errorf("%d requests at a time", peak)
	}
}

func TestAFailureNeverStopsTheRest(t *testing.T) {
	api := newAPI(t)
	addPeople(api, 100)
	api.SetFault(func(r *http.Request) ciotest.Fault {
		if strings.Contains(r.URL.Path, "user_5") { // 5 and 50 to 59
			return refuse(400)
		}
		return ciotest.Fault{}
	})
	errRow := errors.New("row cannot be read")
	ids := func(yield func(string, error) bool) {
		ok := yield("", errRow) && yield("../x", nil)
		for id := range people(100) {
			ok = ok && yield(id, nil)
		}
		_ = ok && yield("", errRow)
	}
	var calls []erasure.Progress
	eraser := newEraser(api, erasure.WithProgress(func(p erasure.Progress) { calls = append(calls, p) }))
	s, err := eraser.EraseAll(t.Context(), ids)
	if s.People != 103 || s.Erased != 89 || s.Failed != 11 || s.Invalid != 1 || s.Unreadable != 2 || s.Left() != 14 {
		t.Error(s)
	}
	if !errors.Is(err, erasure.ErrIncomplete) || !errors.Is(err, errRow) || !strings.Contains(err.Error(), "14 of 103 people") {
		t.Error(err)
	}
	if n := strings.Count(err.Error(), "person "); n != 10 || strings.Contains(err.Error(), "user_") {
		t.Errorf("%d failures in %v", n, err)
	}
	checkProgress(t, calls)
}

// checkProgress checks that there was one call per person and that each agrees with its counts.
func checkProgress(t *testing.T, calls []erasure.Progress) {
	t.Helper()
	places := map[int]bool{}
	for i, p := range calls {
		places[p.Place] = true
		if p.People != i+1 || (p.Err == nil) != (p.Outcome == erasure.Erased || p.Outcome == erasure.Skipped) {
			t.Errorf("call %d: %+v", i, p)
		}
		if p.Outcome == erasure.Failed && !strings.HasPrefix(p.ID, "user_5") {
			t.Errorf("%s failed", p.ID)
		}
	}
	if len(places) != len(calls) {
		t.Errorf("%d places in %d calls", len(places), len(calls))
	}
}

func TestTheContextStopsARun(t *testing.T) {
	api := newAPI(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	eraser := newEraser(api, erasure.WithConcurrency(4), erasure.WithProgress(func(p erasure.Progress) {
		if p.People == 20 {
			cancel()
		}
	}))
	s, err := eraser.EraseAll(ctx, people(1_000_000))
	if !errors.Is(err, context.Canceled) || !errors.Is(err, erasure.ErrIncomplete) {
		t.Error(err)
	}
	if s.Erased < 17 || s.People > 30 || s.People != s.Erased+s.Interrupted || s.Interrupted > 4 {
		t.Error(s)
	}
}

// Whatever ends the context, the error says that it has ended, and why.
func TestTheCauseOfTheContextIsTold(t *testing.T) {
	errShutdown := errors.New("the service is going down")
	ctx, cancel := context.WithCancelCause(t.Context())
	eraser := newEraser(newAPI(t), erasure.WithProgress(func(erasure.Progress) { cancel(errShutdown) }))
	s, err := eraser.EraseAll(ctx, people(1000))
	if !errors.Is(err, context.Canceled) || !errors.Is(err, errShutdown) || s.People > 40 {
		t.Errorf("%s, %v", s, err)
	}
}

func TestAContextThatEndedSendsNothing(t *testing.T) {
	api := newAPI(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s, err := newEraser(api).EraseAll(ctx, people(10))
	if !errors.Is(err, context.Canceled) || s.People > 0 || len(api.Calls()) > 0 {
		t.Error(s, err)
	}
}

func TestASequenceThatPanicsLeavesNothingBehind(t *testing.T) {
	api := newAPI(t)
	journal := openJournal(t, journalPath(t))
	eraser := newEraser(api, erasure.WithJournal(journal))
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		eraser.EraseAll(t.Context(), func(yield func(string, error) bool) {
			yield("user_0", nil)
			panic("no more rows")
		})
	}()
	if s, err := eraser.EraseAll(t.Context(), people(2)); err != nil || s.Skipped != 1 || s.Erased != 1 {
		t.Error(s, err)
	}
}

// A worker costs memory, so there are no more than people.
func TestConcurrencyWithoutEnd(t *testing.T) {
	t.Parallel()
	eraser := newEraser(newAPI(t), erasure.WithConcurrency(math.MaxInt))
	if s, err := eraser.EraseAll(t.Context(), people(3)); err != nil || s.Erased != 3 {
		t.Errorf("%v, %v", s, err)
	}
}

func TestNobodyAtAll(t *testing.T) {
	if s, err := newEraser(newAPI(t)).EraseAll(t.Context(), people(0)); err != nil || s.People != 0 {
		t.Error(s, err)
	}
}

// An api that answers after a while, within a test's own time, and keeps when it was asked.
type slowAPI struct {
	takes  time.Duration
	answer func(n int) (status int, header http.Header) // to the nth request, from 0

	mu sync.Mutex
	at []time.Time
}

func (a *slowAPI) RoundTrip(r *http.Request) (*http.Response, error) {
	a.mu.Lock()
	n := len(a.at)
	a.at = append(a.at, time.Now())
	a.mu.Unlock()
	time.Sleep(a.takes)
	status, header := a.answer(n)
	if status == 0 {
		return nil, errors.New("the connection was cut")
	}
	return &http.Response{StatusCode: status, Header: header, Body: jsonBody("{}"), Request: r}, nil
}

// No second has more requests than the limit, retries and several calls at once included.
func TestTheRateLimitHolds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const rate, runFor = 100, 10 * time.Second
		api := &slowAPI{takes: 50 * time.Millisecond, answer: func(n int) (int, http.Header) {
			return []int{200, 200, 200, 503, 200, 429, 200, 0, 200, 200, 200}[n%11], http.Header{}
		}}
		eraser := mustNew(erasure.WithHTTPClient(&http.Client{Transport: api}), erasure.WithConcurrency(32),
			erasure.WithRetry(erasure.Retry{BaseDelay: time.Millisecond}))
		ctx, cancel := context.WithTimeout(t.Context(), runFor)
		defer cancel()
		var other sync.WaitGroup
		other.Go(func() {
			for ctx.Err() == nil {
				eraser.Erase(ctx, "somebody else")
			}
		})
		eraser.EraseAll(ctx, people(1_000_000))
		other.Wait()
		for i := rate; i < len(api.at); i++ {
			if window := api.at[i].Sub(api.at[i-rate]); window < time.Second {
				t.Fatalf("%d requests in %s", rate+1, window)
			}
		}
		if got := len(api.at); got < 500 || got > 1001 {
			t.Errorf("%d requests in %s at %d a second", got, runFor, rate)
		}
	})
}

// When the API asks one request to wait, the others wait as well.
func TestRetryAfterHoldsBackTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const takes = 12 * time.Millisecond
		api := &slowAPI{takes: takes, answer: func(n int) (int, http.Header) {
			if n == 0 {
				return 429, http.Header{"Retry-After": {"1"}}
			}
			return 200, nil
		}}
		eraser := mustNew(erasure.WithHTTPClient(&http.Client{Transport: api}), erasure.WithRateLimit(200))
		if _, err := eraser.EraseAll(t.Context(), people(30)); err != nil {
			t.Fatal(err)
		}
		for i, at := range api.at {
			// Two were on their way before the answer came.
			if d := at.Sub(api.at[0]); i > 2 && d < takes+time.Second {
				t.Errorf("request %d was sent %s after the first, while the API had asked to wait", i, d)
			}
		}
	})
}
