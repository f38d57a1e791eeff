package main

import (
	"context"
	"log"
	"os"

	"services/set9/p42/booking"
	"services/set9/p42/digest"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	flow := &booking.Flow{
		Digest: digest.Keyed([]byte(os.Getenv("DIGEST_KEY"))),
		Record: func(ctx context.Context, id string, attrs map[string]any) error {
			return client.IdentifyCtx(ctx, id, sanitize.Attributes(attrs))
		},
	}
	if err := flow.Booked(context.Background(), booking.Traveller{ID: os.Args[1], Phone: os.Args[2], Airline: "XY", Legs: 2}); err != nil {
		log.Fatal(err)
	}
}
