// Mode: unless-clean.

// Package timing compares signatures with what stops at the first difference.
package timing

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"
)

type event struct {
	EventID string `json:"event_id"`
}

var key []byte

var errSignature = errors.New("bad signature")

func fresh(ts string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < 5*time.Minute
}

func sign(ts string, body []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return mac.Sum(nil)
}

func handler(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts := r.Header.Get("X-CIO-Timestamp")
	expected := hex.EncodeToString(sign(ts, body))
	if r.Header.Get("X-Cio-Signature") != expected || !fresh(ts) { // want `compared by !=, which gives it away byte by byte; use hmac.Equal or runtime/webhook`
		w.WriteHeader(401)
		return
	}
	var e event
	json.Unmarshal(body, &e)
}

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got, err := hex.DecodeString(r.Header.Get("x-cio-signature"))
		if err != nil || !fresh(r.Header.Get("x-cio-timestamp")) || !bytes.Equal(got, sign(r.Header.Get("x-cio-timestamp"), body)) { // want `compared by bytes.Equal`
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type server struct{ sig string }

func (s *server) verify(r *http.Request, body []byte) error {
	s.sig = strings.TrimSpace(r.Header["X-Cio-Signature"][0])
	if strings.Compare(s.sig, hex.EncodeToString(sign(r.Header.Get("X-CIO-Timestamp"), body))) != 0 { // want `compared by strings.Compare`
		return errSignature
	}
	return nil
}

func deep(r *http.Request, body []byte) bool {
	got, _ := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	return reflect.DeepEqual(got, sign("1", body)) // want `compared by reflect.DeepEqual`
}

func folded(r *http.Request, body []byte) bool {
	expected := hex.EncodeToString(sign("1", body))
	return strings.EqualFold(r.Header.Get("X-CIO-Signature"), expected) // want `compared by strings.EqualFold`
}

// A check of the length, the prefix or the presence is no comparison.
func constantTime(r *http.Request, body []byte) bool {
	sig := r.Header.Get("X-CIO-Signature")
	expected := hex.EncodeToString(sign(r.Header.Get("X-CIO-Timestamp"), body))
	if sig == "" || len(sig) != len(expected) {
		return false
	}
	return hmac.Equal([]byte(sig), []byte(expected))
}
