package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set9/p17/stages"
	"services/set9/p17/visit"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	visits := make(chan visit.Visit, 16)
	go func() {
		defer close(visits)
		dec := json.NewDecoder(os.Stdin)
		for dec.More() {
			var v visit.Visit
			if dec.Decode(&v) != nil {
				return
			}
			visits <- v
		}
	}()
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	if err := stages.Deliver(ctx, cio, stages.ToRecords(ctx, visits)); err != nil {
		log.Fatal(err)
	}
}
