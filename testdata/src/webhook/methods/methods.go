// Mode: unless-clean.

// Package methods verifies well, through structs, methods and several keys.
package methods

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"net/http"
	"strconv"
	"time"
)

const (
	signatureHeader = "X-CIO-Signature"
	timestampHeader = "X-CIO-Timestamp"
	version         = "v0"
)

type claim struct {
	signature []byte
	timestamp string
	sent      int64
}

func parse(h http.Header) (claim, error) {
	var c claim
	sig, err := hex.DecodeString(h.Get(signatureHeader))
	if err != nil {
		return c, err
	}
	c.signature, c.timestamp = sig, h.Get(timestampHeader)
	c.sent, err = strconv.ParseInt(c.timestamp, 10, 64)
	return c, err
}

type clock interface{ Unix() int64 }

type verifier struct {
	keys  [][]byte
	clock clock
}

func (v *verifier) newMAC(key []byte, c claim) hash.Hash {
	m := hmac.New(sha256.New, key)
	for _, s := range []string{version, ":", c.timestamp, ":"} {
		io.WriteString(m, s)
	}
	return m
}

func (v *verifier) check(c claim, body []byte) error {
	age := v.clock.Unix() - c.sent
	if age < 0 {
		age = -age
	}
	if age > 300 {
		return errors.New("stale")
	}
	for _, k := range v.keys {
		if len(k) == 0 {
			continue
		}
		m := v.newMAC(k, c)
		m.Write(body)
		if hmac.Equal(m.Sum(nil), c.signature) {
			return nil
		}
	}
	return errors.New("bad signature")
}

func (v *verifier) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c, err := parse(r.Header)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	if err = v.check(c, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e map[string]any
	_ = json.Unmarshal(body, &e)
}

var _ = time.Now
