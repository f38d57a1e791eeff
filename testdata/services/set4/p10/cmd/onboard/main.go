package main

import (
	"log"
	"os"

	"services/set4/p10/outbox"
	"services/set4/p10/sellers"
	"services/set4/p10/steps"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	send := outbox.Chain(steps.Track(cio), steps.Logged, outbox.Stamp(3), steps.Clean)
	o := sellers.Onboarding{Send: send}
	if err := o.Complete(sellers.Seller{ID: os.Args[1], Shop: os.Args[2]}); err != nil {
		log.Fatal(err)
	}
}
