// Command p37 plays a film.
package main

import (
	"context"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p37/session"
	"services/set7/p37/streaming"
	"services/set7/p37/tracking"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	p := streaming.Player{Events: tracking.New(client, session.FromEnv().Props), Device: "tv"}
	if err := p.Watch(context.Background(), os.Args[1], "Metropolis", 153*time.Minute); err != nil {
		log.Fatal(err)
	}
}
