// Command brokerd takes applications.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p35/adapters/cio"
	"services/set3/p35/adapters/memory"
	"services/set3/p35/onboarding"
)

func main() {
	track := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	svc := onboarding.NewService(memory.New(), cio.NewProfiles(track))

	http.HandleFunc("POST /applications", func(w http.ResponseWriter, r *http.Request) {
		var a onboarding.Applicant
		if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		if err := svc.Open(r.Context(), a); err != nil {
			log.Print(err)
			http.Error(w, "try again", http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusCreated)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
