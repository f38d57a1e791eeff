package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p25/cio"
	"services/set6/p25/people"
)

type list []string

func (l list) Due(context.Context) ([]string, error) { return l, nil }

func main() {
	site, key := os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")
	job := &people.Offboarding{
		Store:  list(os.Args[1:]),
		Remote: &cio.Remote{SDK: customerio.NewTrackClient(site, key), HTTP: http.DefaultClient, Site: site, Key: key},
	}
	if err := job.Run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
