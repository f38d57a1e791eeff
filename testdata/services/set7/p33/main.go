// Command p33 looks for volunteers.
package main

import (
	"context"
	"flag"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p33/channel"
	"services/set7/p33/channel/journeys"
	"services/set7/p33/channel/pager"
)

func main() {
	shift := flag.String("shift", "night", "which shift")
	hours := flag.Int("hours", 6, "how long")
	flag.Parse()
	r := channel.Registry{
		"journeys": journeys.New(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")), "north"),
		"pager":    pager.Notifier{Addr: "pager.internal:7000"},
	}
	to := channel.Contact{ID: flag.Arg(0), Phone: flag.Arg(1)}
	if err := r.Broadcast(context.Background(), to, *shift, *hours, "journeys", "pager"); err != nil {
		log.Fatal(err)
	}
}
