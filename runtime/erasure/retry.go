package erasure

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Retry says how a request is repeated. A zero field stands for its default.
type Retry struct {
	Attempts      int           // how often a request is sent at most; 8
	BaseDelay     time.Duration // the first pause; 250 ms. It doubles with each attempt, less a random part of up to half
	MaxDelay      time.Duration // the longest pause of our own; 30 s
	MaxRetryAfter time.Duration // the longest pause on the API's demand; 5 min. If it wants more, see [ErrHeld]
}

func (r Retry) withDefaults() Retry {
	return Retry{
		Attempts:      cmp.Or(r.Attempts, 8),
		BaseDelay:     cmp.Or(r.BaseDelay, 250*time.Millisecond),
		MaxDelay:      cmp.Or(r.MaxDelay, 30*time.Second),
		MaxRetryAfter: cmp.Or(r.MaxRetryAfter, 5*time.Minute),
	}
}

func (r Retry) isNegative() bool {
	return r.Attempts < 0 || r.BaseDelay < 0 || r.MaxDelay < 0 || r.MaxRetryAfter < 0
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

// retry sends a request until it succeeds, or is finally refused, or attempts run out.
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
		pause := e.pauseAfter(ctx, to, attempts, err)
		if !isTemporary(err) || attempts >= e.policy.Attempts || ctx.Err() != nil {
			return nil, attempts, err
		}
		if err := e.clock.Sleep(ctx, pause); err != nil {
			return nil, attempts, err
		}
	}
}

// pauseAfter is how long to wait after a failure. What asks for silence, a 429 or a Retry-After, holds back all requests
// of this Eraser, also after the last attempt, and also if the pause is too long to wait for.
func (e *Eraser) pauseAfter(ctx context.Context, to endpoint, attempts int, err error) time.Duration {
	pause := e.policy.pause(attempts)
	var bad *badAnswer
	if !errors.As(err, &bad) {
		return pause
	}
	asked := retryAfter(bad.retryAfter, e.clock.Now())
	if asked > e.policy.MaxRetryAfter {
		bad.held = asked
	}
	switch {
	case asked > 0:
		to.limit.hold(asked)
	case bad.status == http.StatusTooManyRequests:
		to.limit.hold(min(pause, e.policy.MaxRetryAfter))
	case bad.status == http.StatusUnauthorized:
		bad.outdated = e.awaitKeys(ctx, to, bad.keys)
	}
	return max(pause, asked)
}

// isTemporary tells what to repeat; all our requests may be. Statuses are those that the vendor's own clients repeat
// (408, 425, 429, 5xx), a 200 that is no success, and a 401 for a pair of credentials that has changed meanwhile.
func isTemporary(err error) bool {
	var bad *badAnswer
	if errors.As(err, &bad) {
		return bad.held == 0 && (bad.outdated || bad.status >= 500 || slices.Contains(temporary, bad.status))
	}
	var unread *noCredential
	if errors.As(err, &unread) {
		return !unread.lasts()
	}
	var untrusted *tls.CertificateVerificationError // the address or the trust store is wrong, and stays so
	return !errors.As(err, &untrusted)
}

var temporary = []int{http.StatusOK, http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests}

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
