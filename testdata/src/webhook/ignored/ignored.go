// Mode: unless-clean.

// Package ignored verifies, and handles the event whatever the verdict.
package ignored

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"time"
)

var key []byte

func sign(ts string, body []byte) []byte {
	mac := hmac.New(sha256.New, key)
	io.WriteString(mac, "v0:"+ts+":")
	mac.Write(body)
	return mac.Sum(nil)
}

func verify(r *http.Request, body []byte) error {
	ts, err := time.Parse(time.RFC3339, r.Header.Get("X-CIO-Timestamp"))
	if err != nil || time.Since(ts) > time.Minute {
		return errors.New("stale")
	}
	sig, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if err != nil {
		return err
	}
	if !hmac.Equal(sig, sign(r.Header.Get("X-CIO-Timestamp"), body)) {
		return errors.New("bad signature")
	}
	return nil
}

func verifyBody(r *http.Request) ([]byte, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	return body, verify(r, body)
}

func handle(body []byte) {
	var e map[string]any
	json.Unmarshal(body, &e)
}

func statement(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	verify(r, body) // want `the verdict on the signature of a Customer.io webhook is ignored`
	handle(body)
}

func blank(w http.ResponseWriter, r *http.Request) {
	body, _ := verifyBody(r) // want `is ignored`
	_ = verify(r, body)      // want `is ignored`
	handle(body)
}

func direct(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	hmac.Equal([]byte(r.Header.Get("X-CIO-Signature")), sign(r.Header.Get("X-CIO-Timestamp"), body)) // want `is ignored`
	handle(body)
}

func logged(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := verify(r, body); err != nil { // want `handled all the same`
		log.Printf("webhook: %v", err)
		// return
	}
	handle(body)
}

func answered(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ok := hmac.Equal([]byte(r.Header.Get("X-CIO-Signature")), sign(r.Header.Get("X-CIO-Timestamp"), body))
	if !ok { // want `handled all the same`
		http.Error(w, "bad signature", http.StatusUnauthorized)
	}
	handle(body)
}

func good(w http.ResponseWriter, r *http.Request) {
	body, err := verifyBody(r)
	if err != nil {
		log.Print(err)
		http.Error(w, "bad signature", http.StatusUnauthorized)
		return
	}
	handle(body)
}

func goodLater(r *http.Request, body []byte) bool {
	ok := hmac.Equal([]byte(r.Header.Get("X-CIO-Signature")), sign(r.Header.Get("X-CIO-Timestamp"), body))
	if !ok {
		log.Print("bad signature")
	}
	log.Print("done")
	return ok
}

// respond does everything itself, and its error is only told.
func respond(w http.ResponseWriter, r *http.Request) error {
	body, err := verifyBody(r)
	if err != nil {
		return err
	}
	handle(body)
	return nil
}

func goodRoute(w http.ResponseWriter, r *http.Request) {
	_ = respond(w, r)
}
