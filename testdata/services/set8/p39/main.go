package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set8/p39/mw"
)

type event struct {
	ID     string `json:"event_id"`
	Metric string `json:"metric"`
}

func unsubscribed(w http.ResponseWriter, r *http.Request) {
	var e event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	log.Println(e.ID, e.Metric)
}

func main() {
	key := os.Getenv("CIO_SIGNING_KEY")
	if key == "" {
		log.Fatal("CIO_SIGNING_KEY is not set")
	}
	http.Handle("POST /webhooks/customerio", mw.Chain(http.HandlerFunc(unsubscribed), mw.Logged, mw.FromCustomerIO([]byte(key))))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
