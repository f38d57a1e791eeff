// Command p36 unlocks a car.
package main

import (
	"context"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p36/audit"
	"services/set7/p36/engage"
	"services/set7/p36/ride"
)

func main() {
	f, err := os.OpenFile("audit.jsonl", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	fleet := &ride.Fleet{Sinks: []ride.Sink{audit.New(f)}}
	if site := os.Getenv("CUSTOMERIO_SITE_ID"); site != "" {
		fleet.Sinks = append(fleet.Sinks, engage.New(customerio.NewTrackClient(site, os.Getenv("CUSTOMERIO_API_KEY")), "car_unlocked"))
	}
	if err := fleet.Unlock(context.Background(), ride.Rental{Driver: os.Args[1], License: os.Args[2], Began: time.Now()}); err != nil {
		log.Print(err)
	}
}
