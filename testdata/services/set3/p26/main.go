// Command payouts runs at the end of a month.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p26/payout"
	"services/set3/p26/record"
	"services/set3/p26/record/journey"
)

func main() {
	var sellers []payout.Seller
	if err := json.NewDecoder(os.Stdin).Decode(&sellers); err != nil {
		log.Fatal(err)
	}
	rec := record.Multi{
		record.NewLedger(os.Stdout),
		journey.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))),
	}
	if err := payout.Run(context.Background(), rec, sellers, 1000); err != nil {
		log.Fatal(err)
	}
}
