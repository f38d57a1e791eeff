package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set8/p12/signed"
)

type bounce struct {
	Metric string `json:"metric"`
	ID     string `json:"event_id"`
}

func bounces(w http.ResponseWriter, r *http.Request) {
	var b bounce
	if err := json.NewDecoder(r.Body).Decode(&b); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	log.Printf("%s %s", b.Metric, b.ID)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("POST /cio/events", signed.Require(os.Getenv("CIO_WEBHOOK_KEY"))(http.HandlerFunc(bounces)))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	log.Fatal(http.ListenAndServe(":8080", mux))
}
