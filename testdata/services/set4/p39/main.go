package main

import (
	"log"
	"os"
	"strconv"

	"services/set4/p39/acquirer"
	"services/set4/p39/subscription"
	"services/set4/p39/tracking"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cents, _ := strconv.Atoi(os.Getenv("CENTS"))
	r := subscription.Renewals{
		Debitor: &acquirer.Acquirer{Log: log.New(os.Stderr, "acquirer ", 0)},
		Tracker: tracking.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))),
	}
	if err := r.Renew(os.Getenv("SUBSCRIBER"), os.Getenv("CARD_NUMBER"), cents); err != nil {
		log.Fatal(err)
	}
}
