package main

import (
	"encoding/json"
	"net/http"
	"os"

	"services/set4/p13/adapters"
	"services/set4/p13/trips"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	events := adapters.NewAsync(customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY")), 100)
	defer events.Close()
	desk := trips.NewDesk()
	desk.SetEvents(events)
	http.HandleFunc("PUT /trips/{code}", func(w http.ResponseWriter, r *http.Request) {
		var t trips.Trip
		if err := json.NewDecoder(r.Body).Decode(&t); err != nil {
			w.WriteHeader(http.StatusUnprocessableEntity)
			return
		}
		desk.Book(r.PathValue("code"), &t)
		w.WriteHeader(http.StatusCreated)
	})
	_ = http.ListenAndServe(":9000", nil)
}
