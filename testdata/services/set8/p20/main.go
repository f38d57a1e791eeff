package main

import (
	"context"
	"log"
	"os"

	"services/set8/p20/feed"
	"services/set8/p20/records"

	"github.com/customerio/go-customerio/v3"
)

func load() []records.Worker {
	return []records.Worker{{BadgeID: "b1", SSN: os.Getenv("DEMO_SSN"), Site: "north", Shift: records.Late, Hours: 41}}
}

func main() {
	f := feed.Feed{To: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	for _, w := range load() {
		if err := f.Send(context.Background(), w); err != nil {
			log.Print(err)
		}
	}
}
