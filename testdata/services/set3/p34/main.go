// Command fleetd dispatches drivers.
package main

import (
	"context"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p34/ciosink"
	"services/set3/p34/fleet"
	"services/set3/p34/report"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"), customerio.WithRegion(customerio.RegionEU))
	d := fleet.Dispatch{
		Reporter: &report.Counted{
			Next: report.Scrubbed{
				Next: ciosink.Sink{Client: client},
			},
		},
	}
	driver := fleet.Driver{Ref: os.Args[1], Mobile: os.Args[2], LicenseNumber: os.Args[3], Depot: "BER-2"}
	if err := d.Start(context.Background(), driver, 14); err != nil {
		log.Fatal(err)
	}
}
