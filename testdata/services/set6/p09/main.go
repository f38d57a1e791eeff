package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

type delivery struct {
	Metric  string `json:"metric"`
	EventID string `json:"event_id"`
	Data    struct {
		Identifiers struct {
			ID string `json:"id"`
		} `json:"identifiers"`
	} `json:"data"`
}

type receiver struct {
	key  []byte
	seen map[string]bool
	out  chan delivery
}

func (rc *receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		http.Error(w, "read", http.StatusBadRequest)
		return
	}
	ts := r.Header.Get("X-CIO-Timestamp")
	sec, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(sec, 0)).Abs() > 5*time.Minute {
		http.Error(w, "stale", http.StatusUnauthorized)
		return
	}
	mac := hmac.New(sha256.New, rc.key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	want := hex.EncodeToString(mac.Sum(nil))
	if !strings.EqualFold(want, r.Header.Get("X-CIO-Signature")) {
		http.Error(w, "signature", http.StatusUnauthorized)
		return
	}
	var d delivery
	if err := json.Unmarshal(body, &d); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	rc.out <- d
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	key := os.Getenv("CIO_SIGNING_KEY")
	if key == "" {
		log.Fatal("CIO_SIGNING_KEY is not set")
	}
	rc := &receiver{key: []byte(key), out: make(chan delivery, 64)}
	go func() {
		for d := range rc.out {
			log.Println(d.Metric, d.EventID)
		}
	}()
	http.Handle("POST /customerio/reporting", rc)
	log.Fatal(http.ListenAndServe(":8088", nil))
}
