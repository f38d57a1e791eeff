// Mode: always.

// Package handwritten verifies webhooks without the runtime, some of them with
// a key that stands in the source.
package handwritten

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

	"credential/handwritten/sig"
)

const signingKey = "0011223344556677889900112233445566778899" // want `^hardcoded webhook signing key "0011…" \(40 characters\) in hmac.New; read it from the environment or a secret store$`

func fresh(ts string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < 5*time.Minute
}

func handler(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "unreadable", http.StatusBadRequest)
		return
	}
	ts := r.Header.Get("X-CIO-Timestamp")
	mac := hmac.New(sha256.New, []byte(signingKey))
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	got, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if err != nil || !hmac.Equal(got, mac.Sum(nil)) || !fresh(ts) {
		http.Error(w, "forged", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// sum is called with the key.
func sum(key, ts string, body []byte) []byte {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return mac.Sum(nil)
}

func verify(key string, h http.Header, body []byte) error {
	ts := h.Get("X-Cio-Timestamp")
	got, err := hex.DecodeString(h.Get("X-Cio-Signature"))
	if err != nil || !hmac.Equal(got, sum(key, ts, body)) || !fresh(ts) {
		return errors.New("forged")
	}
	return nil
}

func byArgument(r *http.Request, body []byte) error {
	return verify("1011223344556677889900112233445566778899", r.Header, body) // want `hardcoded webhook signing key "1011…" \(40 characters\) in hmac.New`
}

func byArgumentWell(r *http.Request, body []byte) error {
	return verify(os.Getenv("CUSTOMERIO_SIGNING_KEY"), r.Header, body) // want `made with CUSTOMERIO_SIGNING_KEY, which may be empty`
}

func byArgumentPlaceholder(r *http.Request, body []byte) error {
	return verify("your-signing-key", r.Header, body)
}

type checker struct{ key []byte }

func newChecker() *checker {
	return &checker{key: []byte("2011223344556677889900112233445566778899")} // want `hardcoded webhook signing key "2011…" \(40 characters\)`
}

func (c *checker) middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, "unreadable", http.StatusBadRequest)
			return
		}
		ts := r.Header.Get("X-CIO-Timestamp")
		mac := hmac.New(sha256.New, c.key)
		mac.Write([]byte("v0:" + ts + ":"))
		mac.Write(body)
		got, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
		if err != nil || !hmac.Equal(got, mac.Sum(nil)) || !fresh(ts) {
			http.Error(w, "forged", http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

// headers reads what others compare.
func headers(r *http.Request) (signature, ts string) {
	return r.Header.Get("X-CIO-Signature"), r.Header.Get("X-CIO-Timestamp")
}

// digest is told the timestamp.
func digest(ts string, body []byte) string {
	mac := hmac.New(sha256.New, []byte("3011223344556677889900112233445566778899")) // want `hardcoded webhook signing key "3011…" \(40 characters\)`
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return hex.EncodeToString(mac.Sum(nil))
}

func apart(r *http.Request, body []byte) bool {
	signature, ts := headers(r)
	return fresh(ts) && hmac.Equal([]byte(signature), []byte(digest(ts, body)))
}

// cookie has nothing to do with webhooks, although its key is no better.
func cookie(value string) string {
	mac := hmac.New(sha256.New, []byte("4011223344556677889900112233445566778899"))
	mac.Write([]byte(value))
	return hex.EncodeToString(mac.Sum(nil))
}

// other verifies the webhooks of somebody else.
func other(r *http.Request, body []byte) bool {
	mac := hmac.New(sha256.New, []byte("5011223344556677889900112233445566778899"))
	mac.Write(body)
	return hmac.Equal([]byte(r.Header.Get("X-Hub-Signature-256")), mac.Sum(nil))
}

func both(r *http.Request, body []byte) bool {
	return byArgumentWell(r, body) == nil || other(r, body)
}

func abroad(r *http.Request, body []byte) bool {
	return sig.Valid("6011223344556677889900112233445566778899", r.Header, body) // want `hardcoded webhook signing key "6011…" \(40 characters\) in hmac.New`
}

func abroadWell(r *http.Request, body []byte) bool {
	return sig.Valid(os.Getenv("CUSTOMERIO_SIGNING_KEY"), r.Header, body) // want `made with CUSTOMERIO_SIGNING_KEY, which may be empty`
}
