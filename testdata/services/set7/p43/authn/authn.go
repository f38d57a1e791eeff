// Package authn authenticates machines.
package authn

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"net/http"
)

// ErrDenied is a request that nobody signed.
var ErrDenied = errors.New("authn: denied")

// CustomerIO checks requests of Customer.io.
type CustomerIO struct{ key []byte }

// NewCustomerIO needs a key.
func NewCustomerIO(key []byte) (*CustomerIO, error) {
	if len(key) == 0 {
		return nil, errors.New("authn: empty key")
	}
	return &CustomerIO{key: key}, nil
}

func (c *CustomerIO) mac() hash.Hash { return hmac.New(sha256.New, c.key) }

// Authenticate a request with its body.
func (c *CustomerIO) Authenticate(h http.Header, body []byte) error {
	ts, sig := h.Get("X-CIO-Timestamp"), h.Get("X-CIO-Signature")
	if ts == "" || sig == "" {
		return ErrDenied
	}
	want := c.mac()
	for _, part := range [][]byte{[]byte("v0:"), []byte(ts), []byte(":"), body} {
		want.Write(part)
	}
	got, err := hex.DecodeString(sig)
	if err != nil {
		return ErrDenied
	}
	if !hmac.Equal(got, want.Sum(nil)) {
		return ErrDenied
	}
	return nil
}
