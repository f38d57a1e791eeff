// Command p53 is the scooter server.
package main

import (
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p53/scooter"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	who := func(r *http.Request) (string, bool) {
		user, _, ok := r.BasicAuth()
		return user, ok
	}
	log.Fatal(http.ListenAndServe(":8080", scooter.New(cio.AddDevice, who)))
}
