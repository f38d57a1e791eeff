package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set9/p40/claims"
	"services/set9/p40/outside"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	var cs []claims.Claim
	if err := json.NewDecoder(os.Stdin).Decode(&cs); err != nil {
		log.Fatal(err)
	}
	run := claims.Run{
		Pay:      outside.SEPA{W: os.Stdout},
		Audience: outside.Broadcasts{API: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), ID: 7},
	}
	if err := run.Settle(context.Background(), cs); err != nil {
		log.Fatal(err)
	}
}
