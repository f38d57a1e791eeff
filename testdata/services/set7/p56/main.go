// Command p56 is the switchboard.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p56/pseudonym"
	"services/set7/p56/rides"
)

type board struct {
	names *pseudonym.Maker
	cio   *customerio.CustomerIO
}

func (b *board) take(w http.ResponseWriter, r *http.Request) {
	var c rides.Call
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	ride, err := rides.FromCall(b.names, c)
	if err != nil {
		http.Error(w, "phone", http.StatusUnprocessableEntity)
		return
	}
	if err := b.cio.TrackCtx(r.Context(), ride.Rider, "ride_ordered", map[string]any{"zone": ride.Zone, "van": ride.Van}); err != nil {
		log.Print(err)
	}
	w.WriteHeader(http.StatusCreated)
}

func main() {
	key, err := os.ReadFile("/run/secrets/pseudonym_key")
	if err != nil {
		log.Fatal(err)
	}
	names, err := pseudonym.New(key)
	if err != nil {
		log.Fatal(err)
	}
	b := &board{names: names, cio: customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))}
	http.HandleFunc("POST /calls", b.take)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
