// Mode: unless-clean.

// Package failopen lets through what it could not verify.
package failopen

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

var errSignature = errors.New("bad signature")

type handler struct {
	key  string
	keys []string
	next func([]byte)
}

func valid(key, ts, sig string, body []byte) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	got, _ := hex.DecodeString(sig)
	return hmac.Equal(got, mac.Sum(nil))
}

func read(r *http.Request) (ts, sig string, body []byte) {
	body, _ = io.ReadAll(r.Body)
	return r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body
}

func (h *handler) onlyWithKey(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if h.key != "" && !valid(h.key, ts, sig, body) { // want `accepted if no signing key is configured`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) inner(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if len(h.key) > 0 { // want `accepted if no signing key is configured`
		if !valid(h.key, ts, sig, body) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	h.next(body)
}

func (h *handler) either(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if sig == "" || valid(h.key, ts, sig, body) { // want `accepted without a signature`
		h.next(body)
		return
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func (h *handler) header(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if sigs, ok := r.Header["X-Cio-Signature"]; ok { // want `accepted without a signature`
		if !valid(h.key, r.Header.Get("X-CIO-Timestamp"), sigs[0], body) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	h.next(body)
}

func (h *handler) noTimestamp(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if ts != "" && !valid(h.key, ts, sig, body) { // want `accepted without a timestamp`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) switched(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	switch {
	case h.key == "": // want `accepted if no signing key is configured`
		log.Print("not verified")
	case !valid(h.key, ts, sig, body):
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) fromEnvironment(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	key := os.Getenv("CIO_SIGNING_KEY")
	if key == "" { // want `accepted if no signing key is configured`
		log.Print("CIO_SIGNING_KEY is not set")
	} else if !valid(key, ts, sig, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) onlyInProduction(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if os.Getenv("ENV") == "production" { // want `accepted unverified unless ENV is set as expected`
		if !valid(h.key, ts, sig, body) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	h.next(body)
}

func (h *handler) middleware(next http.Handler) http.Handler {
	if h.key == "" { // want `accepted if no signing key is configured`
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ts, sig, body := read(r)
		if !valid(h.key, ts, sig, body) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func (h *handler) check(r *http.Request, body []byte) error {
	for _, k := range h.keys {
		if valid(k, r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body) {
			return nil
		}
	}
	if len(h.keys) == 0 { // want `accepted if no signing key is configured`
		return nil
	}
	return errSignature
}

func (h *handler) noKeys(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	ok := len(h.keys) == 0
	for _, k := range h.keys {
		if valid(k, ts, sig, body) {
			ok = true
		}
	}
	if !ok { // want `accepted if no signing key is configured`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) debugged(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if r.Header.Get("X-Debug") != "1" { // want `accepted unverified if the request asks for it`
		if !valid(h.key, ts, sig, body) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	h.next(body)
}

// lenient takes a signature that is no hex for none.
func (h *handler) lenient(ts, sig string, body []byte) error {
	got, err := hex.DecodeString(sig)
	if err != nil { // want `accepted with a malformed signature`
		return nil
	}
	if h.key == "" {
		return errors.New("no key")
	}
	if !valid(h.key, ts, hex.EncodeToString(got), body) {
		return errSignature
	}
	return nil
}

func (h *handler) takesLenient(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if h.lenient(ts, sig, body) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) configured() bool { return h.key != "" }

func (h *handler) predicate(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if h.configured() { // want `accepted if no signing key is configured`
		if !valid(h.key, ts, sig, body) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	h.next(body)
}

// Ignored and only told.

func (h *handler) oneError(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if err := h.verify(ts, sig, body); errors.Is(err, io.EOF) { // want `handled all the same`
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	h.next(body)
}

func (h *handler) swallowed(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if h.swallow(ts, sig, body) != nil { // want `handled all the same`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) swallow(ts, sig string, body []byte) (err error) {
	defer func() {
		if v := recover(); v != nil {
			log.Print(v)
		}
		err = nil
	}()
	return h.verify(ts, sig, body)
}

func (h *handler) inverted(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if valid(h.key, ts, sig, body) { // want `handled all the same`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) kept(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	ok := valid(h.key, ts, sig, body) // want `is ignored`
	log.Print("signature good: ", ok)
	h.next(body)
}

func (h *handler) fallsThrough(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if !valid(h.key, ts, sig, body) { // want `handled all the same`
		http.Error(w, "unauthorized", http.StatusUnauthorized)
	}
	var e map[string]any
	_ = json.Unmarshal(body, &e)
	h.next(body)
}

func (h *handler) wrongBranch(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	status := http.StatusOK
	if !valid(h.key, ts, sig, body) { // want `handled all the same`
		status = http.StatusUnauthorized
	}
	h.next(body)
	w.WriteHeader(status)
}

func (h *handler) goroutine(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	go valid(h.key, ts, sig, body) // want `is ignored`
	h.next(body)
}

func (h *handler) overwritten(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	err := h.verify(ts, sig, body) // want `is ignored`
	var e map[string]any
	err = json.Unmarshal(body, &e)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	h.next(body)
}

func (h *handler) verify(ts, sig string, body []byte) error {
	if h.key == "" {
		return errors.New("no key")
	}
	if !valid(h.key, ts, sig, body) {
		return errSignature
	}
	return nil
}

// All that follows refuses what it must, or is opened on purpose.

func (h *handler) right(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if h.key == "" || sig == "" || ts == "" || !valid(h.key, ts, sig, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) nested(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if h.key != "" {
		if sig != "" {
			if valid(h.key, ts, sig, body) {
				h.next(body)
				return
			}
		}
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func (h *handler) development(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if os.Getenv("ENV") != "development" && !valid(h.key, ts, sig, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) several(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	ok := false
	for _, k := range h.keys {
		ok = ok || valid(k, ts, sig, body)
	}
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h.next(body)
}

func (h *handler) labelled(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	var status int
	var err error
	if err = h.verify(ts, sig, body); err == nil {
		err = json.Unmarshal(body, new(map[string]any))
	}
	switch {
	case errors.Is(err, errSignature):
		status = http.StatusUnauthorized
	case err != nil:
		status = http.StatusBadRequest
	default:
		h.next(body)
		status = http.StatusNoContent
	}
	w.WriteHeader(status)
}

func (h *handler) deferred(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	var err error
	defer func() {
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		h.next(body)
	}()
	err = h.verify(ts, sig, body)
}
