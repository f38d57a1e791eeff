package main

import (
	"encoding/json"
	"log"
	"os"

	"services/set9/p14/payout"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var m payout.Merchant
		if err := dec.Decode(&m); err != nil {
			log.Fatal(err)
		}
		if err := cio.Identify(m.ID, payout.Describe(m)); err != nil {
			log.Println(m.ID, err)
		}
	}
}
