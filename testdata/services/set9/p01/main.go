package main

import (
	"context"
	"log"
	"os"
	"time"

	"services/set9/p01/ciostore"
	"services/set9/p01/hiring"
	"services/set9/p01/projection"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	track := customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"))
	profile := projection.NewProfile(ciostore.New(track))
	c := &hiring.Candidate{ID: os.Args[1]}
	c.Accept(hiring.OfferAccepted{StartsOn: time.Now(), Seniority: "senior", SocialSecurityNumber: os.Args[2]})
	for _, e := range c.Drain() {
		if err := profile.Handle(context.Background(), c.ID, e); err != nil {
			log.Fatal(err)
		}
	}
}
