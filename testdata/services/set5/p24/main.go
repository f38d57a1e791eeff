package main

import (
	"context"
	"log"
	"os"

	"services/set5/p24/bank"
	"services/set5/p24/event"
	"services/set5/p24/listen"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	d := event.NewDispatcher(
		listen.Audit{W: os.Stdout},
		listen.Journey{Client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))},
	)
	err := d.Dispatch(context.Background(),
		bank.Linked{Customer: "c-1", IBAN: os.Getenv("IBAN"), Bank: "Example Bank", Country: "NL"},
		bank.Moved{Customer: "c-1", StreetAddress: os.Getenv("STREET"), City: "Utrecht"},
	)
	if err != nil {
		log.Fatal(err)
	}
}
