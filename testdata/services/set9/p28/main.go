package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"services/set9/p28/removal"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	site, secret := os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")
	r := removal.Remover{
		HTTP:   &http.Client{Timeout: 10 * time.Second},
		Site:   site,
		Secret: secret,
		Track:  customerio.NewTrackClient(site, secret, customerio.WithRegion(customerio.RegionEU)),
	}
	if err := r.All(context.Background(), os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}
