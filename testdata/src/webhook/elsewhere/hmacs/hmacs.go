// Mode: unless-clean.

// Package hmacs verifies for whoever asks, often badly.
package hmacs

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"time"
)

var errBad = errors.New("bad signature")

// BodyOnly signs the body alone.
func BodyOnly(key, sig string, body []byte) bool {
	m := hmac.New(sha256.New, []byte(key))
	m.Write(body)
	got, err := hex.DecodeString(sig)
	return err == nil && hmac.Equal(got, m.Sum(nil))
}

// Plain compares by ==, under names that say nothing.
func Plain(k, a, b string, c []byte) error {
	if !recent(b) {
		return errBad
	}
	m := hmac.New(sha256.New, []byte(k))
	fmt.Fprintf(m, "v0:%s:%s", b, c)
	if hex.EncodeToString(m.Sum(nil)) != a {
		return errBad
	}
	return nil
}

func recent(ts string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < 5*time.Minute
}

// A Loop compares byte by byte.
type Loop struct{ Key []byte }

func (l *Loop) Verify(body []byte, ts, sig string) error {
	want := mac(l.Key, ts, body)
	if len(want) != len(sig) || !recent(ts) {
		return errBad
	}
	for i := range want {
		if want[i] != sig[i] {
			return errBad
		}
	}
	return nil
}

func mac(key []byte, ts string, body []byte) string {
	m := hmac.New(sha256.New, key)
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	return hex.EncodeToString(m.Sum(nil))
}

// A Scheme has units of its own.
type Scheme interface {
	Valid(ts, sig string, body []byte) bool
}

type seconds struct{ key []byte }

func NewSeconds(key []byte) Scheme { return seconds{key} }

func (s seconds) Valid(ts, sig string, body []byte) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Now().Unix()-n > int64(5*time.Minute) {
		return false
	}
	return hmac.Equal([]byte(sig), []byte(mac(s.key, ts, body)))
}

// Ageless leaves the age to its callers.
func Ageless(key []byte, ts, sig string, body []byte) bool {
	return hmac.Equal([]byte(sig), []byte(mac(key, ts, body)))
}

// Open accepts all if there is no key.
func Open(key []byte, ts, sig string, body []byte) error {
	if len(key) == 0 {
		return nil
	}
	if !recent(ts) || !hmac.Equal([]byte(sig), []byte(mac(key, ts, body))) {
		return errBad
	}
	return nil
}

// Closed refuses without a key.
func Closed(key []byte, ts, sig string, body []byte) error {
	if len(key) == 0 || !recent(ts) || !hmac.Equal([]byte(sig), []byte(mac(key, ts, body))) {
		return errBad
	}
	return nil
}

// Lenient accepts what has no signature.
func Lenient(key []byte, ts, sig string, body []byte) bool {
	return sig == "" || recent(ts) && hmac.Equal([]byte(sig), []byte(mac(key, ts, body)))
}

// A Good verifier is one.
type Good struct{ Key []byte }

func (g *Good) Verify(body []byte, ts, sig string) error {
	if len(g.Key) == 0 || !recent(ts) || !hmac.Equal([]byte(sig), []byte(mac(g.Key, ts, body))) {
		return errBad
	}
	return nil
}
