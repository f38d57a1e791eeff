// Command tables reserves a table.
package main

import (
	"context"
	"log"
	"os"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p49/booking"
	"services/set3/p49/step"
)

func logged(next step.Send) step.Send {
	return func(ctx context.Context, id, name string, data map[string]any) error {
		err := next(ctx, id, name, data)
		log.Printf("%s: %d fields, error %v", name, len(data), err)
		return err
	}
}

func scrubbed(next step.Send) step.Send {
	return func(ctx context.Context, id, name string, data map[string]any) error {
		return next(ctx, id, name, sanitize.Attributes(data))
	}
}

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	track := func(ctx context.Context, id, name string, data map[string]any) error {
		return client.TrackCtx(ctx, id, name, data)
	}
	book := booking.Open(step.Around(track, logged, scrubbed), booking.Guest{ID: "g-1", Phone: os.Getenv("GUEST_PHONE")})
	if err := book.Reserve(context.Background(), "g-1", time.Now().Add(48*time.Hour), 4); err != nil {
		log.Fatal(err)
	}
}
