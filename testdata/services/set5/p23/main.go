package main

import (
	"context"
	"log"
	"os"
	"strconv"

	"services/set5/p23/billing"
	"services/set5/p23/bus"
	"services/set5/p23/journeys"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	b := bus.New()
	journeys.Attach(b, customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	d := &billing.Dunning{Bus: b}
	cents, _ := strconv.ParseInt(os.Args[5], 10, 64)
	if err := d.Returned(context.Background(), os.Args[1], os.Args[2], os.Args[3], os.Args[4], cents); err != nil {
		log.Fatal(err)
	}
}
