// Command switchboard listens to the switchboard.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p22/engage"
	"services/set3/p22/telephony"
)

func main() {
	calls := engage.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")), "ivr_")
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var c telephony.Call
		if err := dec.Decode(&c); err != nil {
			log.Fatal(err)
		}
		if err := calls.Finished(context.Background(), c); err != nil {
			log.Print(err)
		}
	}
}
