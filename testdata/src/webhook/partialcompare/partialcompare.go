// Mode: unless-clean.

// Package partialcompare compares a part of the signature.
package partialcompare

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"time"
)

var key []byte

var queue chan []byte

// request returns what is compared, and the body.
func request(r *http.Request) (got, want string, body []byte, ok bool) {
	body, _ = io.ReadAll(r.Body)
	ts := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	fresh := err == nil && time.Since(time.Unix(n, 0)).Abs() < time.Minute
	return r.Header.Get("X-CIO-Signature"), hex.EncodeToString(mac.Sum(nil)), body, fresh
}

func fewDigits(w http.ResponseWriter, r *http.Request) {
	got, want, body, ok := request(r)
	if !ok || len(got) < 8 || !hmac.Equal([]byte(got[:8]), []byte(want[:8])) { // want `only a part of the signature`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	queue <- body
}

// An empty signature is as long as none of the MAC.
func asLongAsGot(w http.ResponseWriter, r *http.Request) {
	got, want, body, ok := request(r)
	if len(got) > len(want) {
		ok = false
	}
	if ok && hmac.Equal([]byte(got), []byte(want[:len(got)])) { // want `only a part of the signature`
		queue <- body
	}
}

func shorter(w http.ResponseWriter, r *http.Request) {
	got, want, body, ok := request(r)
	n := min(len(got), len(want))
	if ok && subtle.ConstantTimeCompare([]byte(got[:n]), []byte(want[:n])) == 1 { // want `only a part of the signature`
		queue <- body
	}
}

// All that follows is fine.

func whole(w http.ResponseWriter, r *http.Request) {
	got, want, body, ok := request(r)
	if ok && hmac.Equal([]byte(got)[:], []byte(want)[:]) {
		queue <- body
	}
}

func sameLength(w http.ResponseWriter, r *http.Request) {
	got, want, body, ok := request(r)
	if !ok || len(got) != len(want) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if hmac.Equal([]byte(got), []byte(want[:len(got)])) {
		queue <- body
	}
}

// withPrefix drops what a proxy puts before the signature.
func withPrefix(w http.ResponseWriter, r *http.Request) {
	got, want, body, ok := request(r)
	if ok && len(got) > 7 && hmac.Equal([]byte(got[7:]), []byte(want)) {
		queue <- body
	}
}

func fixedSize(w http.ResponseWriter, r *http.Request) {
	got, want, body, ok := request(r)
	if ok && len(got) >= 64 && hmac.Equal([]byte(got[:64]), []byte(want[:2*sha256.Size])) {
		queue <- body
	}
}
