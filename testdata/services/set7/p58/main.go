// Command p58 renews a contract.
package main

import (
	"context"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p58/campaign"
	"services/set7/p58/door"
	"services/set7/p58/gym"
)

func main() {
	var desk gym.Frontdesk
	desk.Connect(door.Door{Line: os.Stdout})
	desk.Connect(campaign.New(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))))
	m := &gym.Member{No: os.Args[1], Name: os.Args[2], Contract: "flex", Ends: time.Now()}
	if err := desk.Renew(context.Background(), m, 12); err != nil {
		log.Fatal(err)
	}
}
