package main

import (
	"context"
	"log"
	"os"

	"services/set5/p22/checkout"
	"services/set5/p22/crm"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	c, err := crm.New(
		customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		crm.WithHashKey([]byte(os.Getenv("PII_HASH_KEY"))),
		crm.WithEventPrefix("shop_"),
	)
	if err != nil {
		log.Fatal(err)
	}
	if err := checkout.Placed(context.Background(), c, checkout.Order{User: "u1", Total: 1200, IP: os.Getenv("CLIENT_IP")}); err != nil {
		log.Fatal(err)
	}
}
