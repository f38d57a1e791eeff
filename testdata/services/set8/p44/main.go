package main

import (
	"context"
	"log"
	"os"

	"services/set8/p44/merchant"
	"services/set8/p44/profile"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	m := merchant.Merchant{ID: "m1", BankAccount: os.Getenv("ACCOUNT"), SignupIP: os.Args[1], MonthlyOrders: 12}
	if err := c.IdentifyCtx(context.Background(), m.ID, profile.New(merchant.Finance(m), merchant.Origin(m), profile.With("plan", "pro"))); err != nil {
		log.Fatal(err)
	}
}
