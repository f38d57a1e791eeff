// Mode: unless-clean.

// Package nothingtoverify accepts what cannot be verified.
package nothingtoverify

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

var errSignature = errors.New("bad signature")

type verifier struct {
	key string
	now func() time.Time
}

func newVerifier() *verifier { return &verifier{key: os.Getenv("CIO_SIGNING_KEY"), now: time.Now} }

func (v *verifier) good(ts, sig string, body []byte) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || v.now().Sub(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	var b bytes.Buffer
	b.WriteString("v0:")
	b.WriteString(ts)
	b.WriteByte(':')
	b.Write(body)
	mac := hmac.New(sha256.New, []byte(v.key))
	mac.Write(b.Bytes())
	got, err := hex.DecodeString(sig)
	return err == nil && hmac.Equal(got, mac.Sum(nil))
}

func (v *verifier) unlessConfigured(r *http.Request, body []byte) error {
	if v.key == "" { // want `accepted if no signing key is configured; refuse it, or use runtime/webhook`
		return nil
	}
	sig := r.Header.Get("X-CIO-Signature")
	if sig == "" { // want `accepted without a signature`
		return nil
	}
	if !v.good(r.Header.Get("X-CIO-Timestamp"), sig, body) {
		return errSignature
	}
	return nil
}

func (v *verifier) middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(v.key) == 0 { // want `accepted if no signing key`
			next.ServeHTTP(w, r)
			return
		}
		body, _ := io.ReadAll(r.Body)
		sig := r.Header.Get("X-CIO-Signature")
		if sig != "" && !v.good(r.Header.Get("X-CIO-Timestamp"), sig, body) { // want `accepted without a signature`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (v *verifier) right(r *http.Request, body []byte) error {
	if v.key == "" {
		return errors.New("no signing key")
	}
	sig := r.Header.Get("X-CIO-Signature")
	if sig == "" {
		return errSignature
	}
	if v.good(r.Header.Get("X-CIO-Timestamp"), sig, body) {
		return nil
	}
	return errSignature
}

func (v *verifier) rightMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sig := r.Header.Get("X-CIO-Signature")
		if v.key == "" || sig == "" {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		if v.good(r.Header.Get("X-CIO-Timestamp"), sig, body) {
			r.Body = io.NopCloser(bytes.NewReader(body))
			next.ServeHTTP(w, r)
			return
		}
		w.WriteHeader(http.StatusUnauthorized)
	})
}
