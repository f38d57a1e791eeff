// Command p34 is the concierge.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p34/guest"
	"services/set7/p34/reach"
)

func main() {
	c := guest.NewConcierge(reach.Campaign{
		Client: customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")),
		San:    sanitize.New(sanitize.WithHashKey([]byte(os.Getenv("HASH_KEY")))),
	})
	c.Route("wakeup", reach.Phone{URL: "http://switchboard.internal", HTTP: http.DefaultClient})
	g := guest.Guest{Ref: os.Args[1], Room: "412", Phone: os.Args[2]}
	for _, topic := range os.Args[3:] {
		if err := c.Tell(context.Background(), g, topic); err != nil {
			log.Print(err)
		}
	}
}
