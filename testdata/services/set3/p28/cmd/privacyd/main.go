// Command privacyd takes requests to be forgotten.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"

	"services/set3/p28/archive"
	"services/set3/p28/privacy"
)

func main() {
	opts := []erasure.Option{erasure.WithRateLimit(20)}
	if path := os.Getenv("JOURNAL"); path != "" {
		journal, err := erasure.OpenJournal(path, []byte(os.Getenv("JOURNAL_KEY")))
		if err != nil {
			log.Fatal(err)
		}
		defer journal.Close()
		opts = append(opts, erasure.WithJournal(journal))
	}
	eraser, err := erasure.New(credential.RegionEU, credential.Env("CIO_SITE_ID"), credential.File("/run/secrets/cio"), opts...)
	if err != nil {
		log.Fatal(err)
	}
	desk := &privacy.Desk{Systems: map[string]privacy.Forgetter{
		"customer.io": eraser,
		"archive":     archive.Dir("/var/lib/orders"),
	}}
	http.Handle("POST /forget", desk)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
