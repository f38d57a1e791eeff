package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set9/p35/api"
	"services/set9/p35/people"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	srv := &api.Server{People: people.New(client, "partner_api")}
	http.HandleFunc("POST /v1/batch", func(w http.ResponseWriter, r *http.Request) {
		var req api.BatchRequest
		if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		res, err := srv.Batch(r.Context(), &req)
		if err != nil {
			http.Error(w, "internal", http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(w).Encode(res)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
