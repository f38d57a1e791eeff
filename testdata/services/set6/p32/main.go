package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p32/archive"
	"services/set6/p32/marketing"
	"services/set6/p32/trips"
)

func main() {
	f, err := os.OpenFile(os.Getenv("ARCHIVE"), os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	svc := new(trips.Service)
	svc.Register(archive.New(f), marketing.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))))
	http.HandleFunc("POST /trips/end", func(w http.ResponseWriter, r *http.Request) {
		var t trips.Trip
		if err := json.NewDecoder(r.Body).Decode(&t); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		svc.End(r.Context(), t)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
