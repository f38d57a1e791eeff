package main

import (
	"context"
	"fmt"
	"os"

	"services/set4/p20/journey"
	"services/set4/p20/parcels"
	"services/set4/p20/roster"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"))
	couriers := &roster.Roster{}
	couriers.Add(roster.Courier{UUID: "c-1", Phone: os.Getenv("DEMO_PHONE"), Vehicle: "bike"})
	h := parcels.Hotline{Couriers: couriers}
	h.Notify = make(map[parcels.State]func(context.Context, roster.Courier, string) error)
	for state, name := range map[parcels.State]string{
		parcels.PickedUp:  "parcel_picked_up",
		parcels.Delivered: "parcel_delivered",
	} {
		h.Notify[state] = journey.Event(c, name)
	}
	fmt.Println(h.Call(context.Background(), os.Getenv("DEMO_PHONE"), "P-77", parcels.Delivered))
}
