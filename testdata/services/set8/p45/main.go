package main

import (
	"context"
	"log"
	"os"

	"services/set8/p45/claimflow"
	"services/set8/p45/track"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	f := claimflow.New(claimflow.WithTracker(track.NewSteps(c)))
	if err := f.Advance(context.Background(), claimflow.Claimant{CustomerID: os.Args[1], NationalID: os.Args[2]}, "Reported"); err != nil {
		log.Fatal(err)
	}
}
