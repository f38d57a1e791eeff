// Command p32 syncs a freelancer.
package main

import (
	"context"
	"log"
	"log/slog"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p32/syncer"
	"services/set7/p32/talent"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	s := syncer.Syncer{Identify: cio.IdentifyCtx, Log: slog.Default()}
	f := &talent.Freelancer{ID: os.Args[1], Headline: "Gopher", Rate: 90, TaxNumber: os.Getenv("TAX_NUMBER"), Joined: time.Now()}
	if err := s.Sync(context.Background(), f); err != nil {
		log.Fatal(err)
	}
}
