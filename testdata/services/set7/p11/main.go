// Command p11 simulates a call.
package main

import (
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p11/calls"
	"services/set7/p11/clinic"
	"services/set7/p11/feedback"
)

func main() {
	var room calls.Room
	room.SetListener(feedback.New(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))))
	room.Join(&clinic.Patient{Number: 4, Mobile: os.Args[1], Lang: "fr"})
	room.Join(clinic.Doctor{Handle: "house", Room: "2"})
	if err := room.Close(); err != nil {
		log.Fatal(err)
	}
}
