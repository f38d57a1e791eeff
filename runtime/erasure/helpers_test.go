package erasure_test

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/internal/fakeapi"
)

// Made-up credentials of the fake workspace.
var (
	siteID = strings.Repeat("5", 20)
	apiKey = strings.Repeat("a", 20)
	appKey = strings.Repeat("c", 32)
)

var journalKey = []byte("32 random bytes from your vault.")

func newAPI(t testing.TB) *fakeapi.Server {
	api := fakeapi.New()
	t.Cleanup(api.Close)
	api.AddTrackKey(siteID, apiKey)
	api.AddAppKey(appKey)
	return api
}

// newEraser returns one for the fake workspace that does not wait: its clock jumps.
func newEraser(api *fakeapi.Server, opts ...erasure.Option) *erasure.Eraser {
	standard := []erasure.Option{erasure.WithBaseURL(api.URL, api.URL), erasure.WithClock(newClock())}
	return erasure.New(siteID, apiKey, append(standard, opts...)...)
}

// A clock passes time by jumping over it, and keeps what it was asked to sleep.
type clock struct {
	mu     sync.Mutex
	now    time.Time
	sleeps []time.Duration
}

func newClock() *clock { return &clock{now: time.Date(2026, 1, 2, 15, 4, 5, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if d > 0 {
		c.now = c.now.Add(d)
		c.sleeps = append(c.sleeps, d)
	}
	return ctx.Err()
}

// pauses are the sleeps longer than the spacing of requests.
func (c *clock) pauses() []time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []time.Duration
	for _, d := range c.sleeps {
		if d > 10*time.Millisecond {
			out = append(out, d)
		}
	}
	return out
}

// actions are the calls so far, as "suppress user_1 200".
func actions(api *fakeapi.Server) []string {
	var out []string
	for _, c := range api.Calls() {
		out = append(out, fmt.Sprintf("%s %s %d", c.Action, c.Identifier, c.Status))
	}
	return out
}

// failing lets the first n requests fail, and then none.
func failing(n int, fault fakeapi.Fault) func(*http.Request) fakeapi.Fault {
	var mu sync.Mutex
	return func(*http.Request) fakeapi.Fault {
		mu.Lock()
		defer mu.Unlock()
		if n--; n >= 0 {
			return fault
		}
		return fakeapi.Fault{}
	}
}

// people is a sequence of n ids, user_0 and on.
func people(n int) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for i := range n {
			if !yield(fmt.Sprintf("user_%d", i), nil) {
				return
			}
		}
	}
}

func addPeople(api *fakeapi.Server, n int) {
	for i := range n {
		api.AddPerson(fakeapi.Person{ID: fmt.Sprintf("user_%d", i)})
	}
}

func openJournal(t testing.TB, path string, opts ...erasure.JournalOption) *erasure.Journal {
	t.Helper()
	j, err := erasure.OpenJournal(path, journalKey, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func journalPath(t testing.TB) string { return filepath.Join(t.TempDir(), "erasure.jsonl") }

// What package credential reads keys from is what an Eraser takes.
var _ erasure.Source = credential.Source(nil)
