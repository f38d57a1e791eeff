package main

import (
	"context"
	"log"
	"os"

	"services/set9/p15/seller"
	"services/set9/p15/tracking"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	remote := tracking.Remote(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	svc := seller.New(tracking.Wrap(remote, tracking.Timed, tracking.Retry(3)))
	if err := svc.Publish(context.Background(), seller.Listing{ID: "l1", Title: os.Args[1], SellerID: os.Args[2], ContactPhone: os.Args[3]}); err != nil {
		log.Fatal(err)
	}
}
