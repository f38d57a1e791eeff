package main

import (
	"log"
	"net/http"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p36/push"
)

func main() {
	h := push.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	mux := http.NewServeMux()
	mux.HandleFunc("POST /devices", h.Register)
	mux.HandleFunc("DELETE /devices/{user}/{token}", h.Unregister)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
