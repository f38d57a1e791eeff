package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set5/p06/calls"
	"services/set5/p06/ident"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	ids, err := ident.FromFile(os.Getenv("IDENT_SECRET_FILE"))
	if err != nil {
		log.Fatal(err)
	}
	rep := &calls.Reporter{IDs: ids, Client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var c calls.Call
		if err := dec.Decode(&c); err != nil {
			log.Fatal(err)
		}
		if err := rep.Report(context.Background(), c); err != nil {
			log.Print(err)
		}
	}
}
