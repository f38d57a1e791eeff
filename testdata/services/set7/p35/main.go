// Command p35 runs a school.
package main

import (
	"context"
	"errors"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p35/cafeteria"
	"services/set7/p35/crm"
	"services/set7/p35/school"
)

func main() {
	base := crm.Bare(customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")))
	safe := crm.Scrubbed(base)

	office := school.OpenOffice(base)
	lunch := cafeteria.Lunch{Update: safe.Update}

	ctx := context.Background()
	err := errors.Join(
		office.Enrol(ctx, school.Student{No: os.Args[1], Given: os.Args[2], Grade: 3, Religion: os.Args[3]}),
		lunch.Serve(ctx, os.Args[1], "veggie"),
	)
	if err != nil {
		log.Fatal(err)
	}
}
