package erasure

import (
	"context"
	"errors"
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
	limit := newLimiter(clock, 4, time.Hour)
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
	limit := newLimiter(clock, 1, time.Hour)
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
	if _, in, _ := limit.reserve(); in != time.Second {
		t.Errorf("the next one waits %s", in)
	}
	limit.hold(time.Minute)
	if _, in, _ := limit.reserve(); in != time.Minute {
		t.Errorf("under a hold, the next one waits %s", in)
	}
}

// A hold that nobody waits for sends everybody away, each with the time that is left, and ends by itself.
func TestALongHoldSendsEverybodyAway(t *testing.T) {
	clock := &handClock{now: time.Unix(1000, 0)}
	limit := newLimiter(clock, 1, time.Minute)
	limit.hold(time.Hour)
	for _, left := range []time.Duration{time.Hour, 30 * time.Minute, 61 * time.Second} {
		clock.now = time.Unix(1000, 0).Add(time.Hour - left)
		before := clock.now
		var silence *held
		if err := limit.wait(t.Context()); !errors.Is(err, ErrHeld) || !errors.As(err, &silence) || silence.left != left || clock.now != before {
			t.Errorf("%s before its end: %v", left, err)
		}
	}
	clock.now = time.Unix(1000, 0).Add(59 * time.Minute)
	if err := limit.wait(t.Context()); err != nil || clock.now != time.Unix(1000, 0).Add(time.Hour) {
		t.Errorf("%v at %s", err, clock.now)
	}
}
