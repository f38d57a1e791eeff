package erasure_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

// Made-up credentials of the fake workspace.
var (
	siteID = strings.Repeat("5", 20)
	apiKey = strings.Repeat("a", 20)
	appKey = strings.Repeat("c", 32)
)

var journalKey = []byte("32 random bytes from your vault.")

func newAPI(t testing.TB) *ciotest.Workspace {
	api := ciotest.New()
	t.Cleanup(api.Close)
	api.AddTrackKey(siteID, apiKey)
	api.AddAppKey(appKey)
	return api
}

// newEraser returns one for the fake workspace that does not wait: its clock jumps.
func newEraser(api *ciotest.Workspace, opts ...erasure.Option) *erasure.Eraser {
	return eraserWith(api, credential.Static(siteID), credential.Static(apiKey), opts...)
}

// eraserWith is newEraser with other keys.
func eraserWith(api *ciotest.Workspace, site, key credential.Source, opts ...erasure.Option) *erasure.Eraser {
	standard := []erasure.Option{erasure.WithBaseURL(api.URL, api.URL), erasure.WithClock(newClock())}
	return must(erasure.New(credential.RegionUS, site, key, append(standard, opts...)...))
}

// mustNew returns an Eraser that the options make do without Customer.io.
func mustNew(opts ...erasure.Option) *erasure.Eraser {
	return must(erasure.New(credential.RegionUS, credential.Static(siteID), credential.Static(apiKey), opts...))
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
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

// advance lets time pass without anybody sleeping.
func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// A topic is a log that stops acknowledging after some batches, although it keeps one more, or never answers.
type topic struct {
	mu        sync.Mutex
	lines     []byte
	batches   int
	failAfter int // 0: never
	hangs     bool
}

func (l *topic) Append(ctx context.Context, lines []byte) error {
	if l.hangs {
		<-ctx.Done()
		return ctx.Err()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, lines...)
	if l.batches++; l.failAfter > 0 && l.batches > l.failAfter {
		return errors.New("no acknowledgement")
	}
	return nil
}

func (l *topic) text() []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	return bytes.Clone(l.lines)
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
func actions(api *ciotest.Workspace) []string {
	var out []string
	for _, c := range api.Calls() {
		out = append(out, fmt.Sprintf("%s %s %d", c.Action, c.Identifier, c.Status))
	}
	return out
}

// failing lets the first n requests fail, and then none.
func failing(n int, fault ciotest.Fault) func(*http.Request) ciotest.Fault {
	var mu sync.Mutex
	return func(*http.Request) ciotest.Fault {
		mu.Lock()
		defer mu.Unlock()
		if n--; n >= 0 {
			return fault
		}
		return ciotest.Fault{}
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

func addPeople(api *ciotest.Workspace, n int) {
	for i := range n {
		api.AddPerson(ciotest.Person{ID: fmt.Sprintf("user_%d", i)})
	}
}

func openJournal(t testing.TB, path string, opts ...erasure.JournalOption) *erasure.SealedJournal {
	t.Helper()
	j, err := erasure.OpenJournal(path, journalKey, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func journalPath(t testing.TB) string { return filepath.Join(t.TempDir(), "erasure.jsonl") }
