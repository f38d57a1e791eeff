package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set5/p02/cio"
	"services/set5/p02/loyalty"
	"services/set5/p02/privacy"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	writer := cio.NewWriter(customerio.NewTrackClient(os.Getenv("SITE"), os.Getenv("KEY")))
	enroller := loyalty.NewEnroller(privacy.Scrubber{Next: writer})

	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var m loyalty.Member
		if err := dec.Decode(&m); err != nil {
			log.Fatal(err)
		}
		if err := enroller.Enroll(context.Background(), m); err != nil {
			log.Print(err)
		}
	}
}
