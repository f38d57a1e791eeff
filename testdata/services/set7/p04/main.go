// Command p04 accepts a quote.
package main

import (
	"context"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p04/freight"
	"services/set7/p04/sales"
)

func main() {
	c := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	desk := sales.New(
		sales.WithPrinter(os.Stdout),
		sales.WithSink(func(ctx context.Context, who, what string, props map[string]any) error {
			return c.TrackCtx(ctx, who, what, props)
		}),
	)
	q := freight.Quote{Number: os.Args[1], Consignee: freight.Consignee{Ref: os.Args[2], City: "Rotterdam", Country: "NL"}, CBM: 12.5}
	if err := desk.Accept(context.Background(), q); err != nil {
		log.Fatal(err)
	}
}
