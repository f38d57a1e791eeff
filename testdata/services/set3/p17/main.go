// Command credit adds points to members.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p17/loyalty"
	"services/set3/p17/publish"
)

func main() {
	prog := loyalty.New()
	prog.AddPublisher(publish.Lines{W: os.Stdout})
	prog.AddPublisher(publish.Profile{CIO: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))})

	var members []*loyalty.Member
	if err := json.NewDecoder(os.Stdin).Decode(&members); err != nil {
		log.Fatal(err)
	}
	for _, m := range members {
		if err := prog.Credit(context.Background(), m, 500); err != nil {
			log.Print(err)
		}
	}
}
