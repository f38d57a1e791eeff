// Mode: unless-clean.

// Package sigcheck verifies for Customer.io: what is wrong is reported here.
package sigcheck

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/textproto"
	"strconv"
	"time"
)

var (
	errMissing = errors.New("signature headers missing")
	errForged  = errors.New("signature does not match")
)

const window = 2 * time.Minute

// A Checker has the key, which New has looked at.
type Checker struct {
	key []byte
	now func() time.Time
}

func New(key string) (*Checker, error) {
	if len(key) < 32 {
		return nil, errors.New("signing key is missing or too short")
	}
	return &Checker{key: []byte(key), now: time.Now}, nil
}

// Check is given headers, and signs part by part.
func (c *Checker) Check(h http.Header, body []byte) error {
	ts, sig := h.Get("X-CIO-Timestamp"), h.Get("X-CIO-Signature")
	if ts == "" || sig == "" {
		return errMissing
	}
	if !c.recent(ts) {
		return errMissing
	}
	want, err := hex.DecodeString(sig)
	if err != nil {
		return errForged
	}
	mac := hmac.New(sha256.New, c.key)
	for _, part := range [][]byte{[]byte("v0:"), []byte(ts), []byte(":"), body} {
		mac.Write(part)
	}
	if !hmac.Equal(mac.Sum(nil), want) {
		return errForged
	}
	return nil
}

func (c *Checker) recent(ts string) bool {
	unix, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return false
	}
	d := c.now().Sub(time.Unix(unix, 0))
	return d > -window && d < window
}

// ByGetter reads the headers by a function.
func (c *Checker) ByGetter(get func(string) string, b []byte) bool {
	ts := get("X-CIO-Timestamp")
	return c.recent(ts) && hmac.Equal([]byte(c.hex(ts, b)), []byte(get("X-CIO-Signature")))
}

func (c *Checker) hex(ts string, b []byte) string {
	mac := hmac.New(sha256.New, c.key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(b)
	return hex.EncodeToString(mac.Sum(nil))
}

// BySight has parameters whose names say nothing.
func (c *Checker) BySight(a, b string, d []byte) (ok bool) {
	return c.recent(b) && hmac.Equal([]byte(c.hex(b, d)), []byte(a))
}

// Unsafe compares by !=.
func (c *Checker) Unsafe(h http.Header, body []byte) error {
	if ts := h.Get("X-CIO-Timestamp"); !c.recent(ts) || h.Get("X-CIO-Signature") != c.hex(ts, body) { // want `compared by !=`
		return errForged
	}
	return nil
}

// BodyAlone signs in a loop, and not all.
func (c *Checker) BodyAlone(h textproto.MIMEHeader, body []byte) error {
	mac := hmac.New(sha256.New, c.key)
	for _, part := range [][]byte{[]byte("v0:"), body} {
		mac.Write(part)
	}
	want, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	if err != nil || !c.recent(h.Get("X-CIO-Timestamp")) || !hmac.Equal(mac.Sum(nil), want) { // want `MAC over something else`
		return errForged
	}
	return nil
}

// NoSignature accepts what has none.
func (c *Checker) NoSignature(h http.Header, body []byte) bool {
	sig := h.Get("X-CIO-Signature")
	if sig == "" { // want `accepted without a signature`
		return true
	}
	return c.recent(h.Get("X-CIO-Timestamp")) && hmac.Equal([]byte(sig), []byte(c.hex(h.Get("X-CIO-Timestamp"), body)))
}

// Swapped compares in constant time what is no MAC of the request.
func (c *Checker) Swapped(a, b string, d []byte) bool {
	return c.recent(b) && hmac.Equal([]byte(c.hex(string(d), []byte(b))), []byte(a))
}
