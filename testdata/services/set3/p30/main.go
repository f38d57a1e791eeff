// Command itinerary mails itineraries.
package main

import (
	"context"
	"flag"
	"log"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p30/tenant"
)

func main() {
	slug := flag.String("brand", "aurora", "which brand")
	to := flag.String("to", "", "whom to write to")
	trip := flag.String("trip", "", "which trip")
	lang := flag.String("lang", "en", "language of the mail")
	flag.Parse()

	brand, err := tenant.Find(*slug)
	if err != nil {
		log.Fatal(err)
	}
	api := customerio.NewAPIClient(brand.AppKey)
	language := brand.Locale(*lang)
	_, err = api.SendEmail(context.Background(), &customerio.SendEmailRequest{
		TransactionalMessageID: "itinerary",
		From:                   brand.From,
		To:                     *to,
		Language:               &language,
		Identifiers:            map[string]string{"email": *to},
		MessageData:            sanitize.MessageData(map[string]any{"trip": *trip, "brand": brand.Name}),
	})
	if err != nil {
		log.Fatal(err)
	}
}
