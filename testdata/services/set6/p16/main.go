package main

import (
	"context"
	"errors"
	"log"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p16/billing"
	"services/set6/p16/bus"
	"services/set6/p16/crm"
)

func main() {
	b := bus.New()
	crm.Register(b, customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	bus.On(b, "subscription.started", func(_ context.Context, e billing.SubscriptionStarted) error {
		return charge(e.AccountID, e.CardNumber)
	})
	ctx := context.Background()
	started := billing.SubscriptionStarted{AccountID: os.Args[1], Plan: "team", Seats: 5, MRR: 95, CardNumber: os.Args[2]}
	if err := b.Emit(ctx, "subscription.started", started); err != nil {
		log.Fatal(err)
	}
	if err := b.Emit(ctx, "invoice.paid", billing.InvoicePaid{AccountID: os.Args[1], Cents: 9500, Currency: "EUR"}); err != nil {
		log.Fatal(err)
	}
}

func charge(account, pan string) error {
	if len(pan) < 12 {
		return errors.New("card refused for " + account)
	}
	return nil
}
