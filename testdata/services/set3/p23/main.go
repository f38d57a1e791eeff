// Command loans decides about the applications of a night.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p23/announce"
	"services/set3/p23/loan"
)

func main() {
	quiet := flag.Bool("quiet", false, "announce nothing")
	flag.Parse()
	office := loan.NewOffice(2_000_000)
	if !*quiet {
		client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
		office.SetAnnouncer(announce.New(client))
	}
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var app loan.Application
		if err := dec.Decode(&app); err != nil {
			log.Fatal(err)
		}
		if err := office.Decide(context.Background(), app); err != nil {
			log.Print(err)
		}
	}
}
