package main

import (
	"context"
	"log"
	"os"

	"services/set9/p32/driver"
	"services/set9/p32/repo"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	drivers := repo.Open(driver.ViewOf, func(ctx context.Context, pk string, v driver.View) error {
		return cio.IdentifyCtx(ctx, pk, v.Map())
	})
	d := driver.Driver{ID: os.Args[1], LicenseNumber: os.Args[2], Phone: os.Args[3], Depot: "east"}
	if err := drivers.Put(context.Background(), d); err != nil {
		log.Fatal(err)
	}
}
