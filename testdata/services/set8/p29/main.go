package main

import (
	"context"
	"log"
	"os"

	"services/set8/p29/charge"
	"services/set8/p29/emit"
	"services/set8/p29/renewal"

	"github.com/customerio/go-customerio/v3"
)

type acquirer struct{}

func (acquirer) Authorize(context.Context, charge.Card, int64) error { return charge.ErrDeclined }

func main() {
	e := &emit.Emitter{C: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	j := renewal.Job{Acquirer: acquirer{}, Events: e}
	card := charge.Card{CardNumber: os.Getenv("CARD"), Expiry: "12/29"}
	if err := j.Renew(context.Background(), "c1", "p1", card, 9900); err != nil {
		log.Println("renewal failed")
	}
}
