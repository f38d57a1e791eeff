// Command p21 rebooks a leg.
package main

import (
	"context"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p21/booking"
	"services/set7/p21/desk"
	"services/set7/p21/mailer"
)

func main() {
	d := &desk.Desk{
		Mail:    mailer.New(customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY")), mailer.From("trips@example.com")),
		Support: "help@example.com",
	}
	trip := &booking.Trip{Locator: os.Args[1], Lead: booking.Traveller{ID: "t1", Email: os.Args[2], Tel: os.Args[3]}, Legs: make([]booking.Leg, 1)}
	err := d.Rebook(context.Background(), trip, 0, booking.Leg{From: "LIS", To: "OSL", Carrier: "TP", Departs: time.Now()})
	if err != nil {
		log.Fatal(err)
	}
}
