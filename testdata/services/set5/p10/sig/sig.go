// Package sig checks the signatures of reporting webhooks.
package sig

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

const window = 5 * time.Minute

var (
	ErrKey     = errors.New("sig: no key")
	ErrInvalid = errors.New("sig: invalid signature")
	ErrStale   = errors.New("sig: request is too old or from the future")
)

type Checker struct {
	key []byte
	now func() time.Time
}

func NewChecker(key string) (*Checker, error) {
	if key == "" {
		return nil, ErrKey
	}
	return &Checker{key: []byte(key), now: time.Now}, nil
}

// Check returns nil only for a fresh request that was signed with the key.
func (c *Checker) Check(h http.Header, body []byte) error {
	ts := h.Get("X-CIO-Timestamp")
	secs, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return fmt.Errorf("sig: timestamp: %w", err)
	}
	got, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	if err != nil {
		return ErrInvalid
	}
	mac := hmac.New(sha256.New, c.key)
	fmt.Fprintf(mac, "v0:%s:%s", ts, body)
	if !hmac.Equal(got, mac.Sum(nil)) {
		return ErrInvalid
	}
	age := c.now().Sub(time.Unix(secs, 0))
	if age > window || age < -window {
		return ErrStale
	}
	return nil
}
