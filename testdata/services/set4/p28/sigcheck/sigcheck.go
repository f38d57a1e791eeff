package sigcheck

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"
	"time"
)

var (
	ErrMissing = errors.New("signature headers missing")
	ErrStale   = errors.New("timestamp out of the window")
	ErrForged  = errors.New("signature does not match")
)

const window = 2 * time.Minute

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

func (c *Checker) Check(h http.Header, body []byte) error {
	ts, sig := h.Get("X-CIO-Timestamp"), h.Get("X-CIO-Signature")
	if ts == "" || sig == "" {
		return ErrMissing
	}
	unix, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return ErrMissing
	}
	if d := c.now().Sub(time.Unix(unix, 0)); d < -window || d > window {
		return ErrStale
	}
	want, err := hex.DecodeString(sig)
	if err != nil {
		return ErrForged
	}
	mac := hmac.New(sha256.New, c.key)
	for _, part := range [][]byte{[]byte("v0:"), []byte(ts), []byte(":"), body} {
		mac.Write(part)
	}
	if !hmac.Equal(mac.Sum(nil), want) {
		return ErrForged
	}
	return nil
}
