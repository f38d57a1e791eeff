// Command p60 reads a feed.
package main

import (
	"context"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p60/feed"
	"services/set7/p60/stages"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	tell := stages.Throttle(func(ctx context.Context, candidate, event string, data map[string]any) error {
		return cio.TrackCtx(ctx, candidate, event, data)
	})
	for a, err := range feed.Read(os.Stdin) {
		if err == nil {
			err = stages.Advance(context.Background(), tell, a)
		}
		if err != nil {
			log.Print(err)
		}
	}
}
