package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set8/p02/policy"
	"services/set8/p02/readmodel"

	"github.com/customerio/go-customerio/v3"
)

type sink struct{ c *customerio.CustomerIO }

func (s sink) Save(ctx context.Context, id string, row readmodel.Row) error {
	return s.c.IdentifyCtx(ctx, id, row)
}

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	p := readmodel.New(sink{c})
	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var e policy.Issued
		if err := dec.Decode(&e); err != nil {
			log.Fatal(err)
		}
		if err := p.Handle(context.Background(), e); err != nil {
			log.Print(err)
		}
	}
}
