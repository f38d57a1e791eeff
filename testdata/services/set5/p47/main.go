package main

import (
	"context"
	"encoding/json"
	"flag"
	"log"
	"os"

	"services/set5/p47/campaign"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	id := flag.Int("broadcast", 0, "id of the broadcast")
	title := flag.String("title", "", "")
	verified := flag.String("verified", "", "class of the licences, if they were verified")
	flag.Parse()
	c := &campaign.Campaign{
		BroadcastID: *id,
		App:         customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")),
		Track:       customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
	}
	var riders []campaign.Rider
	if err := json.NewDecoder(os.Stdin).Decode(&riders); err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	if *verified != "" {
		for _, r := range riders {
			if err := c.Verified(ctx, r, *verified); err != nil {
				log.Print(err)
			}
		}
	}
	if err := c.Launch(ctx, *title, riders); err != nil {
		log.Fatal(err)
	}
}
