package main

import (
	"context"
	"log"
	"os"
	"time"

	"services/set9/p38/bus"
	"services/set9/p38/permits"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	b := bus.CIO{T: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	a := permits.Application{CitizenID: os.Args[1], Street: os.Args[2], Plate: os.Args[3], IDCard: os.Args[4], SubmittedAt: time.Now()}
	if err := permits.Submit(context.Background(), b, a); err != nil {
		log.Fatal(err)
	}
}
