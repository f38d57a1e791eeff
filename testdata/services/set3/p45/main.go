// Command tour runs one tour.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p45/crm"
	"services/set3/p45/delivery"
)

func main() {
	var stops []delivery.Stop
	if err := json.NewDecoder(os.Stdin).Decode(&stops); err != nil {
		log.Fatal(err)
	}
	track := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	keyed := sanitize.New(sanitize.WithHashKey([]byte(os.Getenv("PII_HASH_KEY"))))
	client := crm.New(track, crm.WithSanitizer(keyed))
	if err := delivery.NewTour(client, stops...).Begin(context.Background()); err != nil {
		log.Fatal(err)
	}
}
