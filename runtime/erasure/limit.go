package erasure

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// A limiter spaces requests evenly: a token bucket that holds one token, so that no second ever sees more requests
// than it should, not even the first.
type limiter struct {
	clock    Clock
	interval time.Duration
	longest  time.Duration // a hold of more than this is not waited for

	mu   sync.Mutex
	next time.Time // the first free slot
	held time.Time // no request before this, whatever slot it has
}

func newLimiter(clock Clock, perSecond float64, longest time.Duration) *limiter {
	return &limiter{clock: clock, interval: time.Duration(float64(time.Second) / perSecond), longest: longest}
}

// A held is a request that was not sent, because the API has asked for silence.
type held struct{ left time.Duration }

func (h *held) Error() string {
	return fmt.Sprintf("not sent: the API has asked for silence, %s more", h.left.Round(time.Second))
}

func (h *held) Unwrap() error { return ErrHeld }

// wait returns when the caller may send one request, or with the context's error, or with a *held.
func (l *limiter) wait(ctx context.Context) error {
	for {
		slot, in, err := l.reserve()
		if err != nil {
			return err
		}
		if err := l.clock.Sleep(ctx, in); err != nil {
			return err
		}
		if !l.isHeld(slot) {
			return nil
		}
	}
}

// hold lets no request pass for a while: the API has asked for that.
func (l *limiter) hold(d time.Duration) {
	if d <= 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if until := l.clock.Now().Add(d); until.After(l.held) {
		l.held = until
	}
}

// reserve takes the next free slot and tells how long it is until then.
func (l *limiter) reserve() (slot time.Time, in time.Duration, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock.Now()
	if left := l.held.Sub(now); left > l.longest {
		return slot, 0, &held{left}
	}
	slot = l.next
	for _, earliest := range []time.Time{now, l.held} {
		if slot.Before(earliest) {
			slot = earliest
		}
	}
	l.next = slot.Add(l.interval)
	return slot, slot.Sub(now), nil
}

// isHeld reports whether a slot was overtaken by a hold while its owner slept.
func (l *limiter) isHeld(slot time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slot.Before(l.held)
}
