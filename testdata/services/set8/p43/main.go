package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"services/set8/p43/onboarding"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	f := onboarding.Flow{CIO: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	http.HandleFunc("POST /sellers", func(w http.ResponseWriter, r *http.Request) {
		var s onboarding.Seller
		if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
			http.Error(w, "seller", http.StatusBadRequest)
			return
		}
		if err := f.Finish(r.Context(), s); err != nil {
			http.Error(w, "upstream", http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
