package signature

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

var (
	ErrStale   = errors.New("timestamp outside of the window")
	ErrInvalid = errors.New("signature does not match")
)

const window = 5 * time.Minute

type Checker struct {
	secret []byte
	now    func() time.Time
}

func NewChecker(secret string) (*Checker, error) {
	if secret == "" {
		return nil, errors.New("no signing secret")
	}
	return &Checker{secret: []byte(secret), now: time.Now}, nil
}

func (c *Checker) Check(h http.Header, body []byte) error {
	ts := h.Get("X-CIO-Timestamp")
	sec, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return ErrStale
	}
	if age := c.now().Sub(time.Unix(sec, 0)); age > window || age < -window {
		return ErrStale
	}
	got, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	if err != nil {
		return ErrInvalid
	}
	mac := hmac.New(sha256.New, c.secret)
	fmt.Fprintf(mac, "v0:%s:%s", ts, body)
	if !hmac.Equal(got, mac.Sum(nil)) {
		return ErrInvalid
	}
	return nil
}
