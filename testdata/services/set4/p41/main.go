package main

import (
	"context"
	"log"
	"os"
	"time"

	"services/set4/p41/crmsync"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	s := crmsync.Sync{
		Source: crmsync.HTTPSource{URL: os.Getenv("CRM_URL")},
		Cio:    customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		Plans:  map[string]string{"acme": "enterprise"},
	}
	for now := range time.Tick(time.Minute) {
		if err := s.Run(context.Background(), now.Add(-time.Minute)); err != nil {
			log.Print(err)
		}
	}
}
