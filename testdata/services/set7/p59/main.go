// Command p59 takes bookings.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p59/followup"
	"services/set7/p59/partner"
)

func main() {
	tokens := map[string]string{}
	f, err := os.Open("/run/secrets/partners.json")
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewDecoder(f).Decode(&tokens); err != nil {
		log.Fatal(err)
	}
	events := followup.NewEvents(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")), "agency_")
	http.Handle("POST /bookings", partner.Endpoint(tokens, events))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
