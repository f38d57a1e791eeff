package main

import (
	"context"
	"log"
	"os"

	"services/set8/p06/account"
	"services/set8/p06/wraps"

	"github.com/customerio/go-customerio/v3"
)

type ledger struct{}

func (ledger) RoutingNumber(customer string) string { return os.Getenv("ROUTING_" + customer) }
func (ledger) Branch(customer string) string        { return "main street" }

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	send := func(ctx context.Context, customer, event string, facts map[string]any) error {
		return c.TrackCtx(ctx, customer, event, facts)
	}
	desk := account.NewDesk(account.Chain(send, wraps.Details(ledger{}), wraps.Clean))
	if err := desk.Opened(context.Background(), "c1", "savings"); err != nil {
		log.Fatal(err)
	}
}
