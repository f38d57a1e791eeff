package erasure

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Retry says how a request is repeated. A zero field stands for its default.
type Retry struct {
	Attempts      int           // how often a request is sent at most; 8
	BaseDelay     time.Duration // the first pause; 250 ms. It doubles with each attempt, less a random part of up to half
	MaxDelay      time.Duration // the longest pause of our own; 30 s
	MaxRetryAfter time.Duration // the longest pause on the API's demand; 5 min. If it wants more, the person fails
}

func (r Retry) withDefaults() Retry {
	if r.Attempts <= 0 {
		r.Attempts = 8
	}
	if r.BaseDelay <= 0 {
		r.BaseDelay = 250 * time.Millisecond
	}
	if r.MaxDelay <= 0 {
		r.MaxDelay = 30 * time.Second
	}
	if r.MaxRetryAfter <= 0 {
		r.MaxRetryAfter = 5 * time.Minute
	}
	return r
}

// pause is how long to wait after the nth attempt failed: the doubled base, less up to half of it at random, so that
// clients that failed together do not come back together.
func (r Retry) pause(n int) time.Duration {
	d := r.BaseDelay
	for ; n > 1 && d < r.MaxDelay; n-- {
		d *= 2
	}
	d = min(d, r.MaxDelay)
	return d - rand.N(d/2+1)
}

// retry sends a request until it is answered by 200, or finally refused, or attempts run out.
func (e *Eraser) retry(ctx context.Context, to endpoint, method, path string) (body []byte, attempts int, err error) {
	for {
		if err := to.limit.wait(ctx); err != nil {
			return nil, attempts, err
		}
		attempts++
		body, err = e.send(ctx, to, method, path)
		if err == nil {
			return body, attempts, nil
		}
		if !isTemporary(err) || attempts >= e.policy.Attempts || ctx.Err() != nil {
			return nil, attempts, err
		}
		if err := e.backOff(ctx, to, attempts, err); err != nil {
			return nil, attempts, err
		}
	}
}

// backOff waits before another attempt, or returns an error if there shall be none.
func (e *Eraser) backOff(ctx context.Context, to endpoint, attempts int, err error) error {
	pause := e.policy.pause(attempts)
	var bad *badStatus
	if errors.As(err, &bad) {
		asked := retryAfter(bad.retryAfter, e.clock.Now())
		if asked > e.policy.MaxRetryAfter {
			bad.askedToWait = asked
			return bad
		}
		to.limit.hold(asked)
		pause = max(pause, asked)
	}
	return e.clock.Sleep(ctx, pause)
}

// isTemporary tells what to repeat: 429, 5xx, a pair of credentials that has changed meanwhile, and everything that
// kept an answer from arriving. All our requests may be repeated.
func isTemporary(err error) bool {
	var bad *badStatus
	if errors.As(err, &bad) {
		return bad.status == http.StatusTooManyRequests || bad.status >= 500 || bad.outdated
	}
	return !errors.Is(err, ErrConfig)
}

// retryAfter reads a Retry-After header, seconds or an HTTP date
// (https://www.rfc-editor.org/rfc/rfc9110#name-retry-after); 0 for none, a past date, or anything else.
func retryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if seconds, err := strconv.ParseUint(header, 10, 63); err == nil {
		return time.Duration(min(seconds, longest)) * time.Second
	} else if errors.Is(err, strconv.ErrRange) {
		return time.Duration(longest) * time.Second
	}
	if date, err := http.ParseTime(header); err == nil {
		return max(0, date.Sub(now))
	}
	return 0
}

// longest keeps a wait in seconds within what a Duration holds: some hundred years.
const longest = uint64(1<<63-1) / uint64(time.Second)
