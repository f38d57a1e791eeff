// Command bounces keeps a list of addresses that bounce.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"
)

var errSignature = errors.New("signature does not match")

type bounceList struct {
	mu   sync.Mutex
	seen map[string]time.Time
}

func (l *bounceList) add(recipient string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seen[recipient] = time.Now()
}

type receiver struct {
	key  []byte
	list *bounceList
}

func (rc *receiver) check(h http.Header, body []byte) error {
	ts := h.Get("X-CIO-Timestamp")
	sec, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return fmt.Errorf("timestamp: %w", err)
	}
	if d := time.Since(time.Unix(sec, 0)); d > 5*time.Minute || d < -5*time.Minute {
		return errors.New("request is too old")
	}
	got, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	if err != nil {
		return fmt.Errorf("signature: %w", err)
	}
	mac := hmac.New(sha256.New, rc.key)
	fmt.Fprintf(mac, "v0:%s:", ts)
	mac.Write(body)
	if !hmac.Equal(got, mac.Sum(nil)) {
		return errSignature
	}
	return nil
}

func (rc *receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	if err := rc.check(r.Header, body); err != nil {
		log.Printf("webhook refused: %v", err)
		http.Error(w, "unauthorized", http.StatusUnauthorized)
	}
	var ev struct {
		Metric string `json:"metric"`
		Data   struct {
			Recipient string `json:"recipient"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &ev); err != nil {
		http.Error(w, "bad json", http.StatusBadRequest)
		return
	}
	if ev.Metric == "bounced" {
		rc.list.add(ev.Data.Recipient)
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	key := os.Getenv("CIO_SIGNING_KEY")
	if key == "" {
		log.Fatal("CIO_SIGNING_KEY is not set")
	}
	rc := &receiver{key: []byte(key), list: &bounceList{seen: map[string]time.Time{}}}
	http.Handle("POST /hooks/customerio", rc)
	log.Fatal(http.ListenAndServe(":9000", nil))
}
