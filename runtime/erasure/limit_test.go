package erasure

import (
	"context"
	"testing"
	"time"
)

// A handClock stands still but for its sleepers, and does something while each of them sleeps.
type handClock struct {
	now   time.Time
	while func()
}

func (c *handClock) Now() time.Time { return c.now }

func (c *handClock) Sleep(ctx context.Context, d time.Duration) error {
	c.now = c.now.Add(max(d, 0))
	if c.while != nil {
		c.while()
	}
	return ctx.Err()
}

func TestRequestsAreSpacedEvenly(t *testing.T) {
	clock := &handClock{now: time.Unix(1000, 0)}
	limit := newLimiter(clock, 4)
	for i := range 5 {
		if err := limit.wait(t.Context()); err != nil {
			t.Fatal(err)
		}
		if at, want := clock.now.Sub(time.Unix(1000, 0)), time.Duration(i)*250*time.Millisecond; at != want {
			t.Errorf("request %d at %s, want %s", i, at, want)
		}
	}
	clock.now = clock.now.Add(time.Hour) // what was not used is not made up for
	limit.wait(t.Context())
	before := clock.now
	if limit.wait(t.Context()); clock.now.Sub(before) != 250*time.Millisecond {
		t.Errorf("after a rest, the second request came %s after the first", clock.now.Sub(before))
	}
}

func TestAHoldMovesWhoHasASlotAlready(t *testing.T) {
	clock := &handClock{now: time.Unix(1000, 0)}
	limit := newLimiter(clock, 1)
	limit.wait(t.Context())
	clock.while = func() {
		clock.while = nil
		limit.hold(time.Minute)
	}
	limit.wait(t.Context())
	if at := clock.now.Sub(time.Unix(1000, 0)); at != 61*time.Second {
		t.Errorf("the request passed after %s", at)
	}
	limit.hold(0)
	limit.hold(-time.Minute)
	if _, in := limit.reserve(); in != time.Second {
		t.Errorf("the next one waits %s", in)
	}
	limit.hold(time.Minute)
	if _, in := limit.reserve(); in != time.Minute {
		t.Errorf("under a hold, the next one waits %s", in)
	}
}
