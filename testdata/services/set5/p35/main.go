package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"time"

	"services/set5/p35/track"
)

type record struct {
	Number, Email, First, SSN string
	Products                  []string
	Since                     time.Time
}

func export(ctx context.Context, c *track.Client, records []record) error {
	for _, r := range records {
		err := c.Put(ctx, r.Number, track.Policyholder{
			Email:        r.Email,
			FirstName:    r.First,
			Products:     r.Products,
			SocialNumber: r.SSN,
			Since:        r.Since.Unix(),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func main() {
	c := track.New(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	var records []record
	if err := json.NewDecoder(os.Stdin).Decode(&records); err != nil {
		log.Fatal(err)
	}
	if err := export(context.Background(), c, records); err != nil {
		log.Fatal(err)
	}
}
