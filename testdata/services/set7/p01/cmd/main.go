// Command cmd runs one application.
package main

import (
	"context"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p01/bureau"
	"services/set7/p01/crm"
	"services/set7/p01/onboarding"
)

func main() {
	client := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	desk := onboarding.NewDesk(crm.Profiles{Client: client}, &bureau.Client{URL: os.Getenv("BUREAU_URL")})
	err := desk.Submit(context.Background(), onboarding.Applicant{ID: os.Args[1], Country: "DE", NationalID: os.Args[2]})
	if err != nil {
		log.Fatal(err)
	}
}
