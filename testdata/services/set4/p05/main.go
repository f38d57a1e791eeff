package main

import (
	"context"
	"log"
	"os"

	"services/set4/p05/bus"
	"services/set4/p05/crm"
	"services/set4/p05/kyc"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	b := bus.New()
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	b.On(kyc.TopicChecked, crm.Forward(c, kyc.TopicChecked))
	checker := kyc.Checker{Bus: b}
	if _, err := checker.Check(context.Background(), kyc.Applicant{ID: os.Args[1]}); err != nil {
		log.Fatal(err)
	}
}
