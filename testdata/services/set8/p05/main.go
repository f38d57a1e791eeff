package main

import (
	"context"
	"log"
	"os"

	"services/set8/p05/notify"
	"services/set8/p05/payout"

	"github.com/customerio/go-customerio/v3"
)

type memory map[string]payout.Seller

func (m memory) Get(_ context.Context, id string) (payout.Seller, error) { return m[id], nil }

func main() {
	var n payout.Notifier = &notify.CIO{C: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	n = notify.Enriching{Inner: n, Sellers: memory{}}
	n = notify.Scrubbing{Inner: n}
	svc := payout.Service{Notifier: n}
	if err := svc.Paid(context.Background(), "s_1", 1250); err != nil {
		log.Fatal(err)
	}
}
