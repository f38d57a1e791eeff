// Mode: unless-clean.

// Package stale compares the timestamp with the clock, and accepts old
// requests all the same.
package stale

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log"
	"math"
	"net/http"
	"os"
	"strconv"
	"time"
)

var key = []byte(os.Getenv("KEY")) // want `KEY, which may be empty`

var queue chan []byte

const window = 5 * time.Minute

// sent is when a request was sent, as a text, a number and a time.
func sent(r *http.Request) (string, int64, time.Time, error) {
	text := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(text, 10, 64)
	return text, n, time.Unix(n, 0), err
}

func signed(r *http.Request, ts string, body []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature")))
}

func onlyFuture(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, _, at, err := sent(r)
	if err != nil || at.After(time.Now().Add(window)) { // want `accepted however old its timestamp is`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !signed(r, ts, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	queue <- body
}

func wrongSign(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, _, at, err := sent(r)
	if err != nil || time.Until(at) > window || !signed(r, ts, body) { // want `accepted however old`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	queue <- body
}

func wrongOperands(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, _, err := sent(r)
	if age := n - time.Now().Unix(); err != nil || age > 300 { // want `accepted however old`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if signed(r, ts, body) {
		queue <- body
	}
}

// A window in nanoseconds is one of 9,500 years.
func wrongUnit(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, _, err := sent(r)
	if err != nil || time.Now().Unix()-n > int64(window) { // want `accepted however old`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if signed(r, ts, body) {
		queue <- body
	}
}

// A timestamp cannot be too old and too new.
func both(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, _, err := sent(r)
	now := time.Now().Unix()
	if err != nil || n < now-300 && n > now+300 { // want `accepted however old`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if signed(r, ts, body) {
		queue <- body
	}
}

func onlyLogged(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, _, at, err := sent(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if time.Since(at).Abs() > window { // want `accepted however old`
		log.Print("stale")
	}
	if signed(r, ts, body) {
		queue <- body
	}
}

// verified returns what was sent, however long ago.
func verified(r *http.Request) ([]byte, bool) {
	body, _ := io.ReadAll(r.Body)
	ts, _, at, err := sent(r)
	if err != nil || time.Now().Before(at) { // want `accepted however old`
		return nil, false
	}
	return body, signed(r, ts, body)
}

// All that follows is fine.

func twoSided(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, _, err := sent(r)
	now := time.Now().Unix()
	if err != nil || n < now-300 || n > now+300 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if signed(r, ts, body) {
		queue <- body
	}
}

func onlyPast(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, _, at, err := sent(r)
	if err == nil && time.Now().Before(at.Add(window)) && signed(r, ts, body) {
		queue <- body
		return
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// byHand makes the difference positive.
func byHand(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, _, err := sent(r)
	diff := n - time.Now().Unix()
	if diff < 0 {
		diff = -diff
	}
	if err != nil || diff > 300 || !signed(r, ts, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	queue <- body
}

func absolute(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, _, err := sent(r)
	fresh := err == nil && math.Abs(float64(time.Now().Unix())-float64(n)) <= window.Seconds()
	if !fresh || !signed(r, ts, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	queue <- body
}

// inCases looks at both directions one after the other.
func inCases(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, at, err := sent(r)
	switch now := time.Now(); {
	case err != nil, ts == "":
		w.WriteHeader(http.StatusBadRequest)
	case at.After(now):
		if n-now.Unix() > 60 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if signed(r, ts, body) {
			queue <- body
		}
	case now.Sub(at) > window:
		w.WriteHeader(http.StatusUnauthorized)
	case signed(r, ts, body):
		queue <- body
	}
}

type server struct {
	window time.Duration // 0 for replays of recorded requests
	late   chan []byte
	keys   [][]byte
}

// configured looks at the age unless it is told not to.
func (s *server) configured(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, _, at, err := sent(r)
	if err != nil || s.window > 0 && time.Since(at).Abs() > s.window || !signed(r, ts, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	queue <- body
}

// putAside keeps old requests for somebody to look at.
func (s *server) putAside(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, _, at, err := sent(r)
	if err != nil || !signed(r, ts, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if time.Since(at) > window {
		s.late <- body
		return
	}
	queue <- body
}

// byKeys looks at the age again for each key.
func (s *server) byKeys(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	for _, k := range s.keys {
		if s.good(r, k, body) {
			queue <- body
			return
		}
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func (s *server) good(r *http.Request, key, body []byte) bool {
	ts, _, at, err := sent(r)
	if err != nil || time.Since(at).Abs() > window {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature")))
}

// shifted counts in milliseconds.
func shifted(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, _, err := sent(r)
	if age := time.Now().UnixMilli() - n*1000; err != nil || age > window.Milliseconds() || age < -window.Milliseconds() {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if signed(r, ts, body) {
		queue <- body
	}
}

// inNanoseconds compares durations.
func inNanoseconds(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts, n, _, err := sent(r)
	if err != nil || time.Duration(time.Now().Unix()-n)*time.Second > window {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if signed(r, ts, body) {
		queue <- body
	}
}
