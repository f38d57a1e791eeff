// Command club runs the club's pages.
package main

import (
	"crypto/rand"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p05/bus"
	"services/set3/p05/marketing"
	"services/set3/p05/members"
)

func main() {
	b := bus.New()
	b.Subscribe("member.registered", marketing.Profiles{
		CIO: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
	})
	http.Handle("POST /members", &members.Registration{Bus: b, NewID: rand.Text})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
