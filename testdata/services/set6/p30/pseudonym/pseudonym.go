package pseudonym

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
)

type Maker struct{ pepper []byte }

func New(pepper []byte) (*Maker, error) {
	if len(pepper) < 32 {
		return nil, errors.New("pepper is too short")
	}
	return &Maker{pepper: pepper}, nil
}

func (m *Maker) Of(value string) string {
	h := hmac.New(sha256.New, m.pepper)
	io.WriteString(h, value)
	return "p_" + hex.EncodeToString(h.Sum(nil)[:16])
}
