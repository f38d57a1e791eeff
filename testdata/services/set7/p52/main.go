// Command p52 is a news app's backend.
package main

import (
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p52/api"
	"services/set7/p52/push"
)

func main() {
	mux := http.NewServeMux()
	api.Mount(mux, push.NewRegistrar(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))))
	log.Fatal(http.ListenAndServe(":8080", mux))
}
