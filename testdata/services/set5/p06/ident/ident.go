// Package ident makes opaque ids for people whom we know by number only.
package ident

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
)

type Maker struct{ secret []byte }

func FromFile(name string) (*Maker, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if len(b) < 32 {
		return nil, errors.New("ident: secret too short")
	}
	return &Maker{secret: b}, nil
}

// Opaque returns the id of a caller.
func (m *Maker) Opaque(phone string) string {
	h := hmac.New(sha256.New, m.secret)
	io.WriteString(h, phone)
	return "caller_" + hex.EncodeToString(h.Sum(nil))
}
