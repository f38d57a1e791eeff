// Mode: unless-clean.

// Package claims verifies what callers put into a struct.
package claims

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"strconv"
	"time"
)

// An Envelope is a request that was taken apart.
type Envelope struct {
	Stamp string
	Mark  string
	Bytes []byte
}

var errForged = errors.New("forged")

func (e Envelope) sum(key []byte) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte("v0:" + e.Stamp + ":"))
	m.Write(e.Bytes)
	return hex.EncodeToString(m.Sum(nil))
}

func (e Envelope) recent() bool {
	n, err := strconv.ParseInt(e.Stamp, 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < time.Minute
}

// Plain compares by ==.
func Plain(key []byte, e Envelope) error {
	if e.recent() && e.sum(key) == e.Mark {
		return nil
	}
	return errForged
}

// Signed is a method of the envelope, and looks at the body alone.
func (e *Envelope) Signed(key []byte) bool {
	m := hmac.New(sha256.New, key)
	m.Write(e.Bytes)
	return e.recent() && hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(e.Mark))
}

// Half compares half of it.
func Half(key []byte, e *Envelope) bool {
	return e.recent() && len(e.Mark) == 64 && subtle.ConstantTimeCompare([]byte(e.sum(key)[:8]), []byte(e.Mark[:8])) == 1
}

// Good is right.
func Good(key []byte, e Envelope) error {
	if len(key) > 0 && e.recent() && hmac.Equal([]byte(e.sum(key)), []byte(e.Mark)) {
		return nil
	}
	return errForged
}

// Valid is a right method.
func (e *Envelope) Valid(key []byte) bool { return Good(key, *e) == nil }
