package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"services/set5/p34/devices"
	"services/set5/p34/limit"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	mux := http.NewServeMux()
	devices.Mount(mux, customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")), &limit.Window{Max: 30, Span: time.Minute})
	log.Fatal(http.ListenAndServe(":7070", mux))
}
