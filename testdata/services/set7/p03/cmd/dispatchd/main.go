// Command dispatchd starts the tours of a depot.
package main

import (
	"log/slog"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p03/bus"
	"services/set7/p03/dispatch"
	"services/set7/p03/shipment"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	var b bus.Bus
	b.Subscribe(dispatch.OutForDelivery, func(id string, fields map[string]any) {
		if err := cio.Track(id, string(dispatch.OutForDelivery), fields); err != nil {
			slog.Error("track", "id", id, "err", err)
		}
	})
	b.Subscribe(dispatch.OutForDelivery, func(id string, fields map[string]any) {
		slog.Info("out", "id", id, "van", fields["van"])
	})
	planner := &dispatch.Planner{Bus: &b}
	planner.Start("B-17", load(os.Args[1:]))
}

func load(accounts []string) []shipment.Parcel {
	var out []shipment.Parcel
	for _, a := range accounts {
		out = append(out, shipment.Parcel{Barcode: "JD" + a, Receiver: shipment.Receiver{AccountID: a}})
	}
	return out
}
