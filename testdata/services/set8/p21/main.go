package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set8/p21/stage"

	"github.com/customerio/go-customerio/v3"
)

type transaction struct {
	Customer   string
	CardNumber string
	Amount     int64
	Merchant   string
}

func source(ctx context.Context) <-chan stage.Record {
	out := make(chan stage.Record)
	go func() {
		defer close(out)
		dec := json.NewDecoder(os.Stdin)
		for dec.More() {
			var t transaction
			if err := dec.Decode(&t); err != nil {
				log.Print(err)
				return
			}
			out <- stage.Record{Customer: t.Customer, Fields: map[string]any{
				"card_number": t.CardNumber,
				"amount":      t.Amount,
				"merchant":    t.Merchant,
			}}
		}
	}()
	return out
}

func main() {
	ctx := context.Background()
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	records := source(ctx)
	for _, s := range []stage.Stage{stage.Each(stage.Mask)} {
		records = s(ctx, records)
	}
	for r := range records {
		if err := c.TrackCtx(ctx, r.Customer, "card_used", r.Fields); err != nil {
			log.Print(err)
		}
	}
}
