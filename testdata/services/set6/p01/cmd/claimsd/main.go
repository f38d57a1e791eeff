package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p01/adapters/engage"
	"services/set6/p01/adapters/memrepo"
	"services/set6/p01/domain"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	desk := domain.NewClaimDesk(memrepo.New(), engage.New(cio))
	http.HandleFunc("POST /claims", func(w http.ResponseWriter, r *http.Request) {
		var c domain.Claim
		if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
			http.Error(w, "bad claim", http.StatusBadRequest)
			return
		}
		if err := desk.File(r.Context(), c); err != nil {
			log.Printf("claim: %v", err)
			http.Error(w, "try again", http.StatusInternalServerError)
			return
		}
		w.WriteHeader(http.StatusCreated)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
