// Command smsin takes text messages.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p12/directory"
	"services/set3/p12/inbox"
)

func main() {
	f, err := os.Open(os.Getenv("MEMBERS"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var pairs [][2]string
	if err := json.NewDecoder(f).Decode(&pairs); err != nil {
		log.Fatal(err)
	}
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	http.Handle("POST /sms", inbox.Handler{Members: directory.Load(pairs), Track: client.TrackCtx})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
