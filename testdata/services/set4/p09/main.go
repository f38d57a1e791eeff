package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set4/p09/emit"
	"services/set4/p09/payouts"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_SECRET"))
	var e emit.Emitter = &emit.CustomerIO{Client: client}
	e = emit.Retry(3, e)
	svc := payouts.New(payouts.WithEmitter(e))
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var p payouts.Payout
		if err := dec.Decode(&p); err != nil {
			log.Fatal(err)
		}
		if err := svc.Release(context.Background(), p); err != nil {
			log.Print(err)
		}
	}
}
