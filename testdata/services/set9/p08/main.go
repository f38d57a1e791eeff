package main

import (
	"log"

	"services/set9/p08/settings"

	customerio "github.com/customerio/go-customerio/v3"
)

func dial(c settings.CustomerIO) *customerio.CustomerIO {
	return customerio.NewTrackClient(c.Site, c.Key, customerio.WithRegion(customerio.Region(c.Region)))
}

func main() {
	s, err := settings.Read()
	if err != nil {
		log.Fatal(err)
	}
	if err := dial(s).Track("org_1", "seat_count_changed", map[string]any{"seats": 12, "plan": "team"}); err != nil {
		log.Fatal(err)
	}
}
