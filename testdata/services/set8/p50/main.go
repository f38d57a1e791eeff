package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set8/p50/enrol"
	"services/set8/p50/listeners"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	desk := new(enrol.Desk).Add(listeners.Registry{URL: os.Getenv("REGISTRY_URL")}, listeners.Welcome{C: c})
	var s enrol.Student
	if err := json.NewDecoder(os.Stdin).Decode(&s); err != nil {
		log.Fatal(err)
	}
	if err := desk.Enrol(context.Background(), s); err != nil {
		log.Fatal(err)
	}
}
