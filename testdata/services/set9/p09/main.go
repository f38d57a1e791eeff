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
	"strconv"
	"time"
)

type guardianBounces struct {
	secret []byte
	seen   func(id string)
}

type deliveryEvent struct {
	Metric string `json:"metric"`
	Data   struct {
		CustomerID string `json:"customer_id"`
	} `json:"data"`
}

func (g *guardianBounces) check(h http.Header, body []byte) error {
	ts := h.Get("X-CIO-Timestamp")
	secs, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return err
	}
	if d := time.Since(time.Unix(secs, 0)); d > 5*time.Minute || d < -5*time.Minute {
		return errors.New("stale")
	}
	mac := hmac.New(sha256.New, g.secret)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	if hex.EncodeToString(mac.Sum(nil)) != h.Get("X-CIO-Signature") {
		return errors.New("bad signature")
	}
	return nil
}

func (g *guardianBounces) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	if err := g.check(r.Header, body); err != nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	var e deliveryEvent
	if err := json.Unmarshal(body, &e); err != nil {
		http.Error(w, "bad json", http.StatusBadRequest)
		return
	}
	if e.Metric == "bounced" {
		g.seen(e.Data.CustomerID)
	}
}

func main() {
	secret := os.Getenv("CIO_SIGNING_KEY")
	if secret == "" {
		log.Fatal("CIO_SIGNING_KEY is not set")
	}
	http.Handle("POST /hooks/customerio", &guardianBounces{[]byte(secret), func(id string) { log.Println("bounced:", id) }})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
