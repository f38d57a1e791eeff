// Command p29 decides on a file of applications.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p29/journal"
	"services/set7/p29/loans"
)

func main() {
	var all []loans.Application
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		log.Fatal(err)
	}
	var j journal.Journal
	for _, a := range all {
		d := a.Decide()
		details := map[string]any{"amount": a.Amount}
		if d == loans.Approved {
			details["offer"] = a.Offer()
		}
		j.Append(journal.Entry{Subject: a.Borrower, Topic: a.Topic(d), Details: sanitize.Attributes(details)})
	}
	if err := j.Upload(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))); err != nil {
		log.Fatal(err)
	}
}
