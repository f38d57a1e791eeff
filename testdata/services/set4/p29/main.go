package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
)

type unsubscriber interface {
	Unsubscribe(email string)
}

type queue chan string

func (q queue) Unsubscribe(email string) { q <- email }

func onMetric(key []byte, u unsubscriber) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, "read", http.StatusBadRequest)
			return
		}
		timestamp := r.Header.Get("X-CIO-Timestamp")
		if _, err := strconv.Atoi(timestamp); err != nil {
			http.Error(w, "no timestamp", http.StatusBadRequest)
			return
		}
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte("v0:" + timestamp + ":" + string(body)))
		given, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
		if err != nil || !hmac.Equal(given, mac.Sum(nil)) {
			http.Error(w, "signature", http.StatusUnauthorized)
			return
		}
		var m struct {
			Metric string `json:"metric"`
			Data   struct {
				Recipient string `json:"recipient"`
			} `json:"data"`
		}
		if json.Unmarshal(body, &m) != nil {
			http.Error(w, "json", http.StatusBadRequest)
			return
		}
		if m.Metric == "unsubscribed" || m.Metric == "spammed" {
			u.Unsubscribe(m.Data.Recipient)
		}
	}
}

func main() {
	key, err := base64.StdEncoding.DecodeString(os.Getenv("HOOK_KEY_B64"))
	if err != nil || len(key) == 0 {
		log.Fatal("HOOK_KEY_B64: not usable")
	}
	q := make(queue, 16)
	go func() {
		for email := range q {
			log.Printf("unsubscribed one person of %d-letter address", len(email))
		}
	}()
	http.HandleFunc("/cio/metrics", onMetric(key, q))
	log.Fatal(http.ListenAndServe(":80", nil))
}
