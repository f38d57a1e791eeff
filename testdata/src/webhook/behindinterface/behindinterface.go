// Mode: unless-clean.

// Package behindinterface verifies well behind an interface, and counts.
package behindinterface

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"time"
)

// A Checker verifies.
type Checker interface {
	Check(ts, sig string, body []byte) error
}

type refusal string

func (r refusal) Error() string { return string(r) }

type checker struct {
	keys []string
	now  func() int64
}

func New(keys ...string) Checker {
	return &checker{keys: keys, now: func() int64 { return time.Now().Unix() }}
}

func (c *checker) Check(ts, sig string, body []byte) error {
	if sig == "" {
		return refusal("no signature")
	}
	sent, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return err
	}
	if sent+300 < c.now() || sent-300 > c.now() {
		return refusal("stale")
	}
	got, err := hex.DecodeString(sig)
	if err != nil {
		return err
	}
	for _, k := range c.keys {
		if k != "" && hmac.Equal(got, compute(k, "v0", ts, string(body))) {
			return nil
		}
	}
	return refusal("bad signature")
}

func compute(key string, parts ...string) []byte {
	m := hmac.New(sha256.New, []byte(key))
	for i, p := range parts {
		if i > 0 {
			m.Write([]byte(":"))
		}
		m.Write([]byte(p))
	}
	return m.Sum(nil)
}

type handler struct {
	check Checker
	next  func([]byte) error
	bad   int
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	err = h.check.Check(r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body)
	if err != nil {
		h.bad++
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if err := h.next(body); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}
