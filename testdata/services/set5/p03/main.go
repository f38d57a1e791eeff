package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"services/set5/p03/collector"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	collector.Tracker = customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"), customerio.WithRegion(customerio.RegionEU))
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/people/{uid}/events", collector.Collect)
	srv := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(srv.ListenAndServe())
}
