// Mode: unless-clean.

// Package ownhelpers verifies well with helpers of its own.
package ownhelpers

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

var now = time.Now

func message(ts string, body []byte) []byte {
	b := make([]byte, 0, 4+len(ts)+len(body))
	b = append(b, 'v', '0', ':')
	b = append(b, ts...)
	b = append(b, ':')
	return append(b, body...)
}

// Valid reports whether signature is the one of body.
func Valid(key, ts, signature string, body []byte) (bool, error) {
	if key == "" {
		return false, nil
	}
	sent, err := strconv.Atoi(ts)
	if err != nil {
		return false, err
	}
	if t := time.Unix(int64(sent), 0); now().After(t.Add(5*time.Minute)) || t.After(now().Add(5*time.Minute)) {
		return false, errors.New("stale")
	}
	want, err := hex.DecodeString(signature)
	if err != nil {
		return false, err
	}
	m := hmac.New(sha256.New, []byte(key))
	if _, err := m.Write(message(ts, body)); err != nil {
		return false, err
	}
	return hmac.Equal(m.Sum(nil), want), nil
}

func handler(w http.ResponseWriter, r *http.Request) {
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "cannot read", http.StatusBadRequest)
		return
	}
	ok, err := Valid("k", r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body)
	switch {
	case err != nil:
		http.Error(w, "bad", http.StatusBadRequest)
	case !ok:
		http.Error(w, "bad", http.StatusUnauthorized)
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}
