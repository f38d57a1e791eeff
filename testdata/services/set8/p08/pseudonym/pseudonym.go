// Package pseudonym derives opaque identifiers.
package pseudonym

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
)

// Maker makes pseudonyms.
type Maker struct{ key []byte }

// New refuses short keys.
func New(key []byte) (*Maker, error) {
	if len(key) < 32 {
		return nil, errors.New("pseudonym: the key needs 32 bytes")
	}
	return &Maker{key: key}, nil
}

// Of returns the pseudonym of a text.
func (m *Maker) Of(text string) string {
	h := hmac.New(sha256.New, m.key)
	h.Write([]byte(text))
	return "px_" + hex.EncodeToString(h.Sum(nil)[:16])
}
