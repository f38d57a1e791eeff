// Command p26 simulates a tour.
package main

import (
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p26/events"
	"services/set7/p26/grocer"
	"services/set7/p26/uplink"
)

func main() {
	s := events.Open(16)
	van := &grocer.Van{Plate: "GRO-1", Stream: s}
	for _, h := range os.Args[1:] {
		van.Leave(grocer.Drop{Household: h, Bags: 3})
	}
	s.Close()
	if err := uplink.Run(customerio.NewTrackClient(os.Getenv("SITE_ID"), os.Getenv("API_KEY")), s, 2); err != nil {
		log.Fatal(err)
	}
}
