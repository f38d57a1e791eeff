package webhook

import (
	"cmp"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"
)

// Defaults of [Config].
const (
	DefaultWindow      = 5 * time.Minute
	DefaultMaxBody     = 1 << 20
	DefaultReadTimeout = 10 * time.Second
)

// Config holds what can be set of a [Verifier]. The zero value has the defaults, with which [NewVerifier] works.
type Config struct {
	// Window is how far X-CIO-Timestamp may lie from now, into the past and into the future, limits included.
	// Zero means [DefaultWindow].
	Window time.Duration

	// MaxBody is the length in bytes of the longest body [Verifier.Handler] reads. Zero means [DefaultMaxBody].
	// Webhooks with "Body Content" switched on hold the whole message.
	MaxBody int64

	// ReadTimeout is how long [Verifier.Handler] waits for the whole body. Zero means [DefaultReadTimeout]: Customer.io
	// itself gives up after four seconds, but anybody can send a body slowly. A shorter ReadTimeout of the [http.Server]
	// holds instead. See the package comment for what the server has to bound.
	ReadTimeout time.Duration

	// Duplicates, if set, lets [Verifier.Handler] answer an event that was handled before with 200 at once, without
	// calling the next handler. Requests that hold no event (see [ParseEvent]) always go on.
	Duplicates *Duplicates

	// OnReject, if set, is called by [Verifier.Handler] for each request it refuses, before it answers: the place to
	// count and log, [ErrStale] above all. [Verifier.Events] also calls it for what is no event, with
	// [ErrMalformedEvent], and with the error of its function. It may be called concurrently. The body may be read in
	// part.
	OnReject func(r *http.Request, err error)

	// Now is the clock; nil means [time.Now].
	Now func() time.Time
}

// NewVerifier makes a Verifier with these settings. For the keys see the function of the same name. The error is
// [ErrKey] or, for a negative Window, MaxBody or ReadTimeout, [ErrConfig].
func (c Config) NewVerifier(signingKeys ...string) (*Verifier, error) {
	switch {
	case c.Window < 0:
		return nil, fmt.Errorf("%w: Window is negative", ErrConfig)
	case c.MaxBody < 0:
		return nil, fmt.Errorf("%w: MaxBody is negative", ErrConfig)
	case c.ReadTimeout < 0:
		return nil, fmt.Errorf("%w: ReadTimeout is negative", ErrConfig)
	}
	c.Window = cmp.Or(c.Window, DefaultWindow)
	c.MaxBody = cmp.Or(c.MaxBody, DefaultMaxBody)
	c.ReadTimeout = cmp.Or(c.ReadTimeout, DefaultReadTimeout)
	if c.Now == nil {
		c.Now = time.Now
	}
	v := &Verifier{config: c}
	if err := v.SetKeys(signingKeys...); err != nil {
		return nil, err
	}
	return v, nil
}

// Verifier tells requests that Customer.io signed from all others. Make it with [NewVerifier] or [Config.NewVerifier];
// the zero Verifier refuses every request. Its methods may be called concurrently.
type Verifier struct {
	config Config
	keys   atomic.Pointer[[]*key]
}

// NewVerifier makes a Verifier with the default settings that accepts what one of signingKeys signed. Each is the text
// Customer.io shows; put the one in use first, as each further one costs a pass over the body. An empty list is refused
// with [ErrKey], and so is a text that can be no key: see [credential.CheckKey].
func NewVerifier(signingKeys ...string) (*Verifier, error) {
	return Config{}.NewVerifier(signingKeys...)
}

// SetKeys replaces all keys at once. Requests that are being verified end with the keys they began with. On an error,
// which is [ErrKey] as in [NewVerifier], the old keys stay.
func (v *Verifier) SetKeys(signingKeys ...string) error {
	keys, err := newKeys(signingKeys)
	if err != nil {
		return err
	}
	v.keys.Store(&keys)
	return nil
}

// Verify returns nil if one of the keys signed body and the timestamp in h is fresh. body must be the raw bytes as
// received. h must have canonical keys, as net/http and [http.Header.Set] make them.
//
// The errors are [ErrMissingSignature], [ErrMissingTimestamp], [ErrMalformedTimestamp], [ErrSignature] and [ErrStale],
// the last one only if the signature is right. Verify neither keeps nor changes h and body, sets no limit to body and
// does not look for duplicates.
func (v *Verifier) Verify(h http.Header, body []byte) error {
	c, err := parseClaim(h)
	if err != nil {
		return err
	}
	return v.check(&c, body)
}

func (v *Verifier) check(c *claim, body []byte) error {
	if err := v.checkSignature(c, body); err != nil {
		return err
	}
	return v.checkFresh(c)
}

func (v *Verifier) checkSignature(c *claim, body []byte) error {
	keys := v.keys.Load()
	if keys == nil {
		return fmt.Errorf("%w: the verifier has none", ErrKey)
	}
	for _, k := range *keys {
		if k.signed(c, body) {
			return nil
		}
	}
	return ErrSignature
}

func (v *Verifier) checkFresh(c *claim) error {
	window, now := v.config.Window, v.config.Now()
	if age := now.Sub(c.sentAt); age > window {
		return fmt.Errorf("%w: %v old, the window is %v", ErrStale, age, window)
	}
	if ahead := c.sentAt.Sub(now); ahead > window { // not -age: of the shortest Duration there is no opposite
		return fmt.Errorf("%w: %v in the future, the window is %v", ErrStale, ahead, window)
	}
	return nil
}
