package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"services/set8/p37/offboard"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	site, key := os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")
	r := &offboard.Remover{
		HTTP: &http.Client{Timeout: 15 * time.Second}, Site: site, Key: key,
		Track: customerio.NewTrackClient(site, key),
	}
	if err := r.Tenant(context.Background(), os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}
