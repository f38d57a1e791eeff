package credential_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

// bench is one Rotating over a fake API and a store, with its clock in the test's hand.
type bench struct {
	*credential.Rotating[*trackClient]
	t     *testing.T
	api   *fakeTrack
	store *store
	ticks chan time.Time

	mu     sync.Mutex
	events []credential.Event
	seen   chan struct{}
}

const interval = time.Hour

func newBench(t *testing.T, change func(*credential.Config[*trackClient])) *bench {
	t.Helper()
	b := &bench{t: t, api: newFakeTrack(t, newPair(1)), store: &store{pair: newPair(1)},
		ticks: make(chan time.Time), seen: make(chan struct{}, 1000)}
	config := b.config()
	if change != nil {
		change(&config)
	}
	var err error
	if b.Rotating, err = credential.NewRotating(context.Background(), config); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func (b *bench) config() credential.Config[*trackClient] {
	return credential.Config[*trackClient]{
		Sources:  b.store.sources(),
		Build:    b.api.build,
		Verify:   b.api.verifier().Verify,
		Close:    (*trackClient).close,
		Report:   b.report,
		Interval: interval,
		Patience: 50 * time.Millisecond,
		After:    b.after,
	}
}

func (b *bench) after(d time.Duration) <-chan time.Time {
	if d == interval {
		return b.ticks
	}
	return time.After(d)
}

func (b *bench) report(e credential.Event) {
	b.mu.Lock()
	b.events = append(b.events, e)
	b.mu.Unlock()
	b.seen <- struct{}{}
}

// tick lets an interval pass and waits for what is reported of it.
func (b *bench) tick() credential.Event {
	b.t.Helper()
	b.ticks <- time.Time{}
	return b.next()
}

func (b *bench) next() credential.Event {
	b.t.Helper()
	select {
	case <-b.seen:
	case <-time.After(5 * time.Second):
		b.t.Fatal("nothing was reported")
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.events[len(b.events)-1]
}

func (b *bench) pair() pair {
	b.t.Helper()
	client, release, err := b.Acquire()
	if err != nil {
		b.t.Fatal(err)
	}
	defer release()
	return client.pair
}

func TestANewPairIsVerifiedAndSwappedIn(t *testing.T) {
	b := newBench(t, nil)
	if b.pair() != newPair(1) {
		t.Fatalf("first client: %v", b.pair())
	}
	b.api.allow(newPair(2))
	b.store.set(newPair(2))
	if e := b.tick(); e.Err != nil || e.Generation != 2 {
		t.Errorf("event %+v", e)
	}
	if b.pair() != newPair(2) {
		t.Errorf("client after the rotation: %v", b.pair())
	}
	if checks, _ := b.api.counts(); checks != 2 {
		t.Errorf("%d checks, want one for each pair", checks)
	}
}

func TestHalfAPairIsANewPair(t *testing.T) {
	b := newBench(t, nil)
	same := pair{newPair(1).site, newPair(2).key}
	b.api.allow(same)
	b.store.set(same)
	if e := b.tick(); e.Err != nil || b.pair() != same {
		t.Errorf("event %+v, client %v", e, b.pair())
	}
}

func TestNothingHappensWithoutAChange(t *testing.T) {
	built := 0
	b := newBench(t, func(c *credential.Config[*trackClient]) {
		build := c.Build
		c.Build = func(keys []credential.String) (*trackClient, error) { built++; return build(keys) }
	})
	for range 3 {
		if err := b.Refresh(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if checks, _ := b.api.counts(); built != 1 || checks != 1 || len(b.events) != 0 {
		t.Errorf("built %d, checked %d, reported %v", built, checks, b.events)
	}
}

func TestABadKeyKeepsTheOldOneUntilItIsGood(t *testing.T) {
	b := newBench(t, nil)
	b.store.set(newPair(2)) // which the API does not know yet
	for range 2 {
		e := b.tick()
		if !errors.Is(e.Err, credential.ErrRejected) || e.Generation != 1 || !strings.Contains(e.Err.Error(), "the old one stays") {
			t.Fatalf("event %+v", e)
		}
		if b.pair() != newPair(1) {
			t.Fatal("an unverified pair is in use")
		}
	}
	b.api.allow(newPair(2))
	if e := b.tick(); e.Err != nil || e.Generation != 2 || b.pair() != newPair(2) {
		t.Errorf("event %+v, client %v", e, b.pair())
	}
}

func TestWhatFailsKeepsTheOldClient(t *testing.T) {
	failure := errors.New("out of order")
	tests := map[string]struct {
		change func(*credential.Config[*trackClient])
		act    func(*bench)
		is     error
	}{
		"source": {nil, func(b *bench) { b.store.fail(failure) }, failure},
		"empty source": {nil, func(b *bench) { b.store.set(pair{newPair(2).site, ""}) },
			credential.ErrEmpty},
		"API away": {nil, func(b *bench) { b.store.set(newPair(2)); b.api.Server.Close() }, nil},
		"build": {func(c *credential.Config[*trackClient]) {
			build := c.Build
			c.Build = func(keys []credential.String) (*trackClient, error) {
				if keys[0].Reveal() != newPair(1).site {
					return nil, failure
				}
				return build(keys)
			}
		}, func(b *bench) { b.api.allow(newPair(2)); b.store.set(newPair(2)) }, failure},
		"timeout": {func(c *credential.Config[*trackClient]) {
			c.Timeout = 20 * time.Millisecond
			c.Verify = func(ctx context.Context, keys []credential.String) error {
				if keys[0].Reveal() == newPair(1).site {
					return nil
				}
				<-ctx.Done()
				return ctx.Err()
			}
		}, func(b *bench) { b.store.set(newPair(2)) }, context.DeadlineExceeded},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, test.change)
			test.act(b)
			e := b.tick()
			if e.Err == nil || test.is != nil && !errors.Is(e.Err, test.is) || e.Generation != 1 {
				t.Errorf("event %+v", e)
			}
			if strings.Contains(e.Err.Error(), newPair(2).site) || strings.Contains(e.Err.Error(), newPair(2).key) {
				t.Errorf("the report holds a key: %v", e.Err)
			}
			if b.pair() != newPair(1) {
				t.Errorf("client %v", b.pair())
			}
		})
	}
}

// Two sources cannot be read at the same moment. Here the store changes between the two reads, again and again.
func TestAPairIsNeverTakenHalfAndHalf(t *testing.T) {
	s := &store{pair: newPair(1)}
	sources := s.sources()
	changes := 0
	site := credential.SourceFunc(func(ctx context.Context) (string, error) {
		value, err := sources[0].Get(ctx)
		if changes < 5 {
			changes++
			s.set(newPair(1 + changes))
		}
		return value, err
	})
	r, err := credential.NewRotating(context.Background(), credential.Config[pair]{
		Sources: []credential.Source{site, sources[1]},
		Build: func(keys []credential.String) (pair, error) {
			return pair{keys[0].Reveal(), keys[1].Reveal()}, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	if got, _, _ := r.Acquire(); got != newPair(6) {
		t.Errorf("built from %v, want the pair that stood still", got)
	}
}

func TestAClientIsClosedAfterItsLastUserAndOnce(t *testing.T) {
	b := newBench(t, nil)
	first, releaseFirst, _ := b.Acquire()
	_, releaseSecond, _ := b.Acquire()
	b.api.allow(newPair(2))
	b.store.set(newPair(2))
	if err := b.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := first.identify(context.Background(), "in-flight"); err != nil {
		t.Errorf("a request in flight across the rotation: %v", err)
	}
	releaseFirst()
	releaseFirst() // a second call must not count
	select {
	case <-first.closed:
		t.Fatal("closed under its second user")
	case <-time.After(20 * time.Millisecond):
	}
	releaseSecond()
	select {
	case <-first.closed:
	case <-time.After(5 * time.Second):
		t.Fatal("never closed")
	}
}

func TestCloseEndsEverything(t *testing.T) {
	b := newBench(t, nil)
	client, release, _ := b.Acquire()
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if err := client.identify(context.Background(), "in-flight"); err != nil {
		t.Errorf("a request in flight across Close: %v", err)
	}
	release()
	<-client.closed // the hook runs in release

	called := false
	err := b.Do(context.Background(), func(*trackClient) error { called = true; return nil })
	if !errors.Is(err, credential.ErrClosed) || called {
		t.Errorf("Do after Close: %v, called %t", err, called)
	}
	if _, release, err := b.Acquire(); !errors.Is(err, credential.ErrClosed) {
		t.Errorf("Acquire after Close: %v", err)
	} else {
		release()
	}
	if err := b.Refresh(context.Background()); !errors.Is(err, credential.ErrClosed) {
		t.Errorf("Refresh after Close: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	if len(b.events) != 0 {
		t.Errorf("reported %v", b.events)
	}
}

func TestCloseInterruptsAStuckSource(t *testing.T) {
	ticks := make(chan time.Time)
	for name, look := range map[string]func(*credential.Rotating[int]){
		"of the watcher": func(*credential.Rotating[int]) { ticks <- time.Time{} },
		"of a caller":    func(r *credential.Rotating[int]) { go func() { _ = r.Refresh(context.Background()) }() },
	} {
		t.Run(name, func(t *testing.T) {
			reading := make(chan struct{}, 1)
			stuck := false
			source := credential.SourceFunc(func(ctx context.Context) (string, error) {
				if !stuck {
					return "key", nil
				}
				reading <- struct{}{}
				<-ctx.Done()
				return "", ctx.Err()
			})
			r, err := credential.NewRotating(context.Background(), credential.Config[int]{
				Sources: []credential.Source{source},
				Build:   func([]credential.String) (int, error) { return 1, nil },
				Timeout: time.Hour,
				After:   func(time.Duration) <-chan time.Time { return ticks },
				Report:  func(e credential.Event) { t.Errorf("an end is not a failure: %+v", e) },
			})
			if err != nil {
				t.Fatal(err)
			}
			stuck = true
			look(r)
			<-reading
			done := make(chan struct{})
			go func() { _ = r.Close(); close(done) }()
			select {
			case <-done:
			case <-time.After(5 * time.Second):
				t.Fatal("Close waits for the source")
			}
		})
	}
}

func TestTheFirstKeyMustBeThereAndNotRefused(t *testing.T) {
	failure := errors.New("out of order")
	type config = credential.Config[string]
	build := func(keys []credential.String) (string, error) { return keys[0].Reveal(), nil }
	failing := func([]credential.String) (string, error) { return "", failure }
	refusing := func(context.Context, []credential.String) error { return credential.ErrRejected }
	from := func(sources ...credential.Source) []credential.Source { return sources }
	good, absent := credential.Static(secretText), credential.Env("CIO_TEST_ABSENT")
	tests := map[string]struct {
		config config
		is     error
		says   string
	}{
		"no sources":   {config{Build: build}, nil, "needs Sources and Build"},
		"no build":     {config{Sources: from(good)}, nil, "needs Sources and Build"},
		"nil source":   {config{Sources: from(good, nil), Build: build}, nil, "source 1 is nil"},
		"not set":      {config{Sources: from(absent), Build: build}, credential.ErrNotSet, "CIO_TEST_ABSENT"},
		"careless":     {config{Sources: from(careless{}), Build: build}, credential.ErrEmpty, "careless"},
		"build fails":  {config{Sources: from(good), Build: failing}, failure, "building"},
		"key rejected": {config{Sources: from(good), Build: build, Verify: refusing}, credential.ErrRejected, "rejected"},
	}
	for name, test := range tests {
		r, err := credential.NewRotating(context.Background(), test.config)
		if r != nil || err == nil || test.is != nil && !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) || leaks(err.Error()) {
			t.Errorf("%s: %v; want %q", name, err, test.says)
		}
	}
}

// careless is a source of somebody else that forgets to say that it has nothing.
type careless struct{}

func (careless) Get(context.Context) (string, error) { return "", nil }

func TestAnOutageDoesNotKeepAServiceFromStarting(t *testing.T) {
	b := newBench(t, func(c *credential.Config[*trackClient]) {
		c.Verify = func(context.Context, []credential.String) error { return statusError(503) }
	})
	if e := b.next(); e.Generation != 1 || e.Err == nil || !strings.Contains(e.Err.Error(), "without verification") {
		t.Errorf("event %+v", e)
	}
	if b.pair() != newPair(1) {
		t.Errorf("client %v", b.pair())
	}
}

func TestDoSendsARefusedRequestAgainWithTheNewKey(t *testing.T) {
	b := newBench(t, nil)
	b.api.revoke(newPair(1))
	b.api.allow(newPair(2))
	b.store.set(newPair(2))
	calls := 0
	err := b.Do(context.Background(), func(c *trackClient) error {
		calls++
		return c.identify(context.Background(), "p")
	})
	if err != nil || calls != 2 || b.api.people["p"] != 1 {
		t.Errorf("%v after %d calls, accepted %d times", err, calls, b.api.people["p"])
	}
}

func TestDoWaitsUntilTheNewKeyIsStoredAndValid(t *testing.T) {
	b := newBench(t, func(c *credential.Config[*trackClient]) { c.Patience = 5 * time.Second })
	b.api.revoke(newPair(1))
	go func() {
		time.Sleep(60 * time.Millisecond)
		b.store.set(newPair(2))
		time.Sleep(60 * time.Millisecond)
		b.api.allow(newPair(2))
	}()
	err := b.Do(context.Background(), func(c *trackClient) error { return c.identify(context.Background(), "p") })
	if err != nil {
		t.Error(err)
	}
	if len(b.events) != 1 || b.events[0].Err != nil {
		t.Errorf("reported %v, want the rotation only", b.events)
	}
}

func TestDoGivesUpOnceAndThenFailsFast(t *testing.T) {
	b := newBench(t, nil)
	b.api.revoke(newPair(1))
	identify := func() (time.Duration, error) {
		start := time.Now()
		err := b.Do(context.Background(), func(c *trackClient) error { return c.identify(context.Background(), "p") })
		return time.Since(start), err
	}
	if took, err := identify(); !errors.Is(err, statusError(401)) || took < 50*time.Millisecond {
		t.Errorf("first: %v after %v, want the API's own answer after the patience", err, took)
	}
	if e := b.next(); !errors.Is(e.Err, credential.ErrRejected) || !strings.Contains(e.Err.Error(), "hold no other") {
		t.Errorf("event %+v", e)
	}
	before := b.store.reads
	if _, err := identify(); !errors.Is(err, statusError(401)) || b.store.reads != before {
		t.Errorf("second: %v after %d reads, want it without any", err, b.store.reads-before)
	}
	if err := b.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	if took, _ := identify(); took < 50*time.Millisecond {
		t.Errorf("after the next look: %v, want patience again", took)
	}
}

func TestManyRefusedRequestsMakeOneLook(t *testing.T) {
	b := newBench(t, nil)
	b.api.revoke(newPair(1))
	b.api.allow(newPair(2))
	b.store.set(newPair(2))
	before := b.store.reads
	var all sync.WaitGroup
	for i := range 200 {
		all.Go(func() {
			person := fmt.Sprint("p", i)
			if err := b.Do(context.Background(), func(c *trackClient) error { return c.identify(context.Background(), person) }); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if checks, _ := b.api.counts(); b.store.reads-before != 4 || checks != 2 {
		t.Errorf("%d reads and %d checks, want 2 of each source and 1 more check", b.store.reads-before, checks)
	}
}

func TestDoEndsWithItsContext(t *testing.T) {
	b := newBench(t, func(c *credential.Config[*trackClient]) { c.Patience = time.Hour })
	b.api.revoke(newPair(1))
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			err := b.Do(ctx, func(c *trackClient) error { return c.identify(context.Background(), "p") })
			if !errors.Is(err, statusError(401)) {
				t.Errorf("got %v, want the refusal", err)
			}
		})
	}
	all.Wait()
}

func TestDoRepeatsOnlyWhatWasRefused(t *testing.T) {
	for name, test := range map[string]struct {
		err      error
		rejected func(error) bool
		calls    int
	}{
		"no error":           {nil, nil, 1},
		"other status":       {statusError(500), nil, 1},
		"forbidden":          {statusError(403), nil, 1},
		"network":            {errors.New("connection reset"), nil, 1},
		"wrapped 401":        {fmt.Errorf("identify: %w", statusError(401)), nil, 2},
		"ErrRejected":        {fmt.Errorf("x: %w", credential.ErrRejected), nil, 2},
		"own rule":           {statusError(403), func(err error) bool { return err == statusError(403) }, 2},
		"own rule, not that": {statusError(401), func(error) bool { return false }, 1},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, func(c *credential.Config[*trackClient]) { c.Rejected = test.rejected })
			b.api.allow(newPair(2))
			b.store.set(newPair(2))
			calls := 0
			err := b.Do(context.Background(), func(*trackClient) error { calls++; return test.err })
			if err != test.err || calls != test.calls {
				t.Errorf("%v after %d calls, want %d", err, calls, test.calls)
			}
		})
	}
}

func TestDoSendsTenTimesAtMost(t *testing.T) {
	b := newBench(t, nil)
	calls := 0
	err := b.Do(context.Background(), func(c *trackClient) error {
		calls++
		if c.pair != newPair(calls) {
			t.Errorf("call %d with %v", calls, c.pair)
		}
		b.api.allow(newPair(calls + 1))
		b.store.set(newPair(calls + 1))
		return statusError(401)
	})
	if !errors.Is(err, statusError(401)) || calls != 10 {
		t.Errorf("%v after %d calls", err, calls)
	}
}

func TestDoReleasesTheClientWhenItsFunctionPanics(t *testing.T) {
	b := newBench(t, nil)
	client, release, _ := b.Acquire()
	release()
	func() {
		defer func() { _ = recover() }()
		_ = b.Do(context.Background(), func(*trackClient) error { panic("of the caller") })
	}()
	_ = b.Close()
	select {
	case <-client.closed:
	default:
		t.Error("the client of a panicked call is held for ever")
	}
}

func TestWithoutPatienceOrInterval(t *testing.T) {
	b := newBench(t, func(c *credential.Config[*trackClient]) { c.Patience, c.Interval = -1, -1 })
	b.api.revoke(newPair(1))
	refused := b.Do(context.Background(), func(c *trackClient) error { return c.identify(context.Background(), "p") })
	if !errors.Is(refused, statusError(401)) {
		t.Errorf("got %v", refused)
	}
	select {
	case b.ticks <- time.Time{}:
		t.Error("somebody watches")
	case <-time.After(10 * time.Millisecond):
	}
}

func TestReportsGoToTheLogByDefault(t *testing.T) {
	var b bytes.Buffer
	before := slog.Default()
	defer slog.SetDefault(before)
	slog.SetDefault(slog.New(slog.NewTextHandler(&b, nil)))

	s := &store{pair: pair{"site", secretText}}
	bad := errors.New("check failed")
	r, err := credential.NewRotating(context.Background(), credential.Config[int]{
		Sources: s.sources(),
		Build:   func([]credential.String) (int, error) { return 0, nil },
		Verify: func(_ context.Context, keys []credential.String) error {
			if keys[0].Reveal() == "bad" {
				return fmt.Errorf("%w for %v", bad, keys)
			}
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	s.set(pair{"bad", secretText + "2"})
	if err := r.Refresh(context.Background()); !errors.Is(err, bad) {
		t.Errorf("Refresh: %v", err)
	}
	s.set(pair{"good", secretText + "3"})
	if err := r.Refresh(context.Background()); err != nil {
		t.Errorf("Refresh: %v", err)
	}
	log := b.String()
	for _, want := range []string{"level=WARN", "check failed", "level=INFO", "credential rotated", "generation=2"} {
		if !strings.Contains(log, want) {
			t.Errorf("no %q in\n%s", want, log)
		}
	}
	if leaks(log) {
		t.Errorf("the log holds a key:\n%s", log)
	}
}

func BenchmarkDo(b *testing.B) {
	r, err := credential.NewRotating(context.Background(), credential.Config[int]{
		Sources: []credential.Source{credential.Static("key")},
		Build:   func([]credential.String) (int, error) { return 0, nil },
	})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			_ = r.Do(context.Background(), func(int) error { return nil })
		}
	})
}
