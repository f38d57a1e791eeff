// Command pillbox updates subscribers.
package main

import (
	"context"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p40/encode"
	"services/set3/p40/record"
)

func push(ctx context.Context, c *customerio.CustomerIO, s *record.Subscriber) error {
	attrs, err := encode.Attributes(*s)
	if err != nil {
		return err
	}
	return c.IdentifyCtx(ctx, s.Ref, attrs)
}

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	s := &record.Subscriber{
		Base:          record.Base{Ref: "sub-1"},
		Email:         os.Getenv("EMAIL"),
		Language:      "fr",
		MedicalRecord: os.Getenv("MRN"),
		Medication:    os.Args[1:],
		Reminders:     len(os.Args) - 1,
	}
	s.Insured(os.Getenv("POLICY"))
	if !s.IsInsured() {
		s.Plan = "self"
	}
	if err := push(context.Background(), c, s); err != nil {
		log.Fatal(err)
	}
}
