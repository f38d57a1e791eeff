package main

import (
	"context"
	"log"
	"os"

	"services/set9/p37/profile"
	"services/set9/p37/rental"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	desk := rental.NewDesk(&profile.Updater{Client: client})
	if err := desk.Verified(context.Background(), rental.Renter{ID: os.Args[1], Email: os.Args[2], DriversLicense: os.Args[3], Country: "DE"}); err != nil {
		log.Fatal(err)
	}
}
