package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set9/p10/signed"
)

type notice struct {
	Object string `json:"object_type"`
	Metric string `json:"metric"`
	Event  string `json:"event_id"`
}

func residents(w http.ResponseWriter, r *http.Request) {
	var n notice
	if err := json.NewDecoder(r.Body).Decode(&n); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	log.Printf("%s %s %s", n.Event, n.Object, n.Metric)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("POST /cio/events", signed.Require(os.Getenv("CIO_WEBHOOK_KEY"), http.HandlerFunc(residents)))
	log.Fatal(http.ListenAndServe(":8080", mux))
}
