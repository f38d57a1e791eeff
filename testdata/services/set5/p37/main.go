package main

import (
	"context"
	"encoding/json"
	"log"
	"log/slog"
	"os"
	"time"

	"services/set5/p37/ledger"
	"services/set5/p37/payout"
	"services/set5/p37/sinks"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	p := payout.Payer{
		Ledger: &ledger.Fake{},
		Clock:  time.Now,
		Sinks: []payout.Sink{
			sinks.Log{Logger: slog.Default()},
			sinks.NewJourneys(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))),
		},
	}
	var sellers []payout.Seller
	if err := json.NewDecoder(os.Stdin).Decode(&sellers); err != nil {
		log.Fatal(err)
	}
	for _, s := range sellers {
		if err := p.Pay(context.Background(), s); err != nil {
			log.Print(err)
		}
	}
}
