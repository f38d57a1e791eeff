// Package signature computes what Customer.io signs with.
package signature

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Names of the headers.
const (
	Header    = "X-CIO-Signature"
	Timestamp = "X-CIO-Timestamp"
)

// Signer signs with one key.
type Signer struct{ key []byte }

// NewSigner returns a signer.
func NewSigner(key string) *Signer {
	if key == "" {
		panic("signature: no key")
	}
	return &Signer{key: []byte(key)}
}

// Sign returns the hex form of the signature.
func (s *Signer) Sign(timestamp string, body []byte) string {
	m := hmac.New(sha256.New, s.key)
	m.Write([]byte(strings.Join([]string{"v0", timestamp, ""}, ":")))
	m.Write(body)
	return hex.EncodeToString(m.Sum(nil))
}

// Valid says whether the headers fit the body.
func (s *Signer) Valid(h http.Header, body []byte) bool {
	ts := h.Get(Timestamp)
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > 10*time.Minute {
		return false
	}
	return strings.ToLower(h.Get(Header)) == s.Sign(ts, body)
}
