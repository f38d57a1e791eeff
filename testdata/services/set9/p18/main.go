package main

import (
	"encoding/json"
	"log"
	"os"

	"services/set9/p18/pipe"
	"services/set9/p18/policyholder"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	var hs []policyholder.Holder
	if err := json.NewDecoder(os.Stdin).Decode(&hs); err != nil {
		log.Fatal(err)
	}
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	scrub := pipe.Map(policyholder.Scrub)
	for it := range scrub(policyholder.Load(hs)) {
		if err := cio.Identify(it.Subject, it.Data); err != nil {
			log.Println(it.Subject, err)
		}
	}
}
