package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set8/p15/gatecall"
	"services/set8/p15/manifest"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	var f manifest.Flight
	if err := json.NewDecoder(os.Stdin).Decode(&f); err != nil {
		log.Fatal(err)
	}
	c := gatecall.Caller{API: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))}
	if err := c.Call(context.Background(), f); err != nil {
		log.Fatal(err)
	}
}
