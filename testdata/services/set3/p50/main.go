// Command expiring warns people whose card is about to expire.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p50/wallet"
)

type stored struct {
	Customer   string    `json:"customer"`
	CardNumber string    `json:"card_number"`
	Brand      string    `json:"brand"`
	Expires    time.Time `json:"expires"`
}

func warn(ctx context.Context, c *customerio.CustomerIO, customer string, k wallet.Card) error {
	return c.TrackCtx(ctx, customer, "card_expiring", map[string]any{
		"card_brand":   k.Brand,
		"card_last4":   k.LastFour(),
		"expiry_month": k.Expires.Format("01/06"),
	})
}

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	var all []stored
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		log.Fatal(err)
	}
	for _, s := range all {
		k, err := wallet.NewCard(s.CardNumber, s.Brand, s.Expires)
		if err != nil || !k.ExpiresWithin(30*24*time.Hour) {
			continue
		}
		if err := warn(context.Background(), c, s.Customer, k); err != nil {
			log.Printf("warn: %v", err)
		}
	}
}
