package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set8/p27/model"
	"services/set8/p27/sync"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	var drivers []*model.Driver
	if err := json.NewDecoder(os.Stdin).Decode(&drivers); err != nil {
		log.Fatal(err)
	}
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	n, err := sync.Drivers(context.Background(), c, drivers...)
	log.Println(n, err)
}
