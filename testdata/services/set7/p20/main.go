// Command p20 warns one customer.
package main

import (
	"context"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p20/billing"
	"services/set7/p20/cards"
)

func main() {
	card, err := cards.New(os.Getenv("CARD"), time.Now().AddDate(0, 0, 14))
	if err != nil {
		log.Fatal(err)
	}
	r := billing.Reminder{API: customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY")), From: "billing@example.com"}
	if err := r.Expiring(context.Background(), os.Args[1], os.Args[2], card); err != nil {
		log.Fatal(err)
	}
}
