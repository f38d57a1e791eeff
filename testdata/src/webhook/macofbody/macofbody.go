// Mode: unless-clean.

// Package macofbody compares with the MAC of something else than Customer.io
// signs: of the body alone, or with another separator.
package macofbody

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"time"
)

type service struct{ secret string }

func (s *service) hook(w http.ResponseWriter, r *http.Request) {
	payload, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		return
	}
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write(payload)
	if !hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature"))) { // want `MAC over something else than v0:<timestamp>:<body>`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func digest(secret string, message []byte) []byte {
	m := hmac.New(sha256.New, []byte(secret))
	m.Write(message)
	return m.Sum(nil)
}

// context is like gin's.
type context interface {
	GetHeader(string) string
	GetRawData() ([]byte, error)
	AbortWithStatus(int)
}

func verify(c context) bool {
	body, _ := c.GetRawData()
	sig, _ := hex.DecodeString(c.GetHeader("X-CIO-Signature"))
	return subtle.ConstantTimeCompare(sig, digest("k", body)) == 1 // want `MAC over something else`
}

func withDot(r *http.Request) bool {
	body, _ := io.ReadAll(r.Body)
	h := hmac.New(sha256.New, []byte("k"))
	fmt.Fprintf(h, "%s.%s", r.Header.Get("X-CIO-Timestamp"), body)
	return hmac.Equal(h.Sum(nil), []byte(r.Header.Get("X-CIO-Signature"))) // want `MAC over something else`
}

func right(r *http.Request, now time.Time) bool {
	body, _ := io.ReadAll(r.Body)
	if sent, err := time.ParseDuration(r.Header.Get("X-CIO-Timestamp") + "s"); err != nil || now.Sub(time.Unix(0, 0).Add(sent)) > time.Minute {
		return false
	}
	h := hmac.New(sha256.New, []byte("k"))
	for _, part := range []string{"v0", ":", r.Header.Get("X-CIO-Timestamp"), ":", string(body)} {
		io.WriteString(h, part)
	}
	return hmac.Equal(h.Sum(nil), []byte(r.Header.Get("X-CIO-Signature")))
}
