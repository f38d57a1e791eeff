package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
)

type delivery struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
	Data       struct {
		CustomerID string `json:"customer_id"`
	} `json:"data"`
}

type receiver struct {
	key    []byte
	bounce func(customer string) error
}

var errSignature = errors.New("signature does not match")

func (rc *receiver) check(h http.Header, body []byte) error {
	ts := h.Get("X-CIO-Timestamp")
	sent, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	if err != nil || len(sent) == 0 || ts == "" {
		return errSignature
	}
	mac := hmac.New(sha256.New, rc.key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	if !hmac.Equal(mac.Sum(nil), sent) {
		return errSignature
	}
	return nil
}

func (rc *receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	if err := rc.check(r.Header, body); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	var d delivery
	if err := json.Unmarshal(body, &d); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	if d.Metric == "bounced" {
		if err := rc.bounce(d.Data.CustomerID); err != nil {
			http.Error(w, "later", http.StatusServiceUnavailable)
			return
		}
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	key := os.Getenv("CIO_SIGNING_KEY")
	if key == "" {
		log.Fatal("CIO_SIGNING_KEY is not set")
	}
	rc := &receiver{key: []byte(key), bounce: func(c string) error { log.Println("bounced:", c); return nil }}
	http.Handle("POST /webhooks/customerio", rc)
	log.Fatal(http.ListenAndServe(":9000", nil))
}
