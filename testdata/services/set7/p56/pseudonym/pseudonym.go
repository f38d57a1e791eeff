// Package pseudonym makes pseudonyms.
package pseudonym

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"strings"
)

// Maker of pseudonyms.
type Maker struct{ key []byte }

// New needs a key of 32 bytes.
func New(key []byte) (*Maker, error) {
	if len(key) < 32 {
		return nil, errors.New("pseudonym: short key")
	}
	return &Maker{key}, nil
}

// Of a text.
func (m *Maker) Of(text string) string {
	h := hmac.New(sha256.New, m.key)
	h.Write([]byte(text))
	return "r_" + strings.ToLower(base32.StdEncoding.EncodeToString(h.Sum(nil)[:15]))
}
