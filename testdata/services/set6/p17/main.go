package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p17/notify"
	"services/set6/p17/payments"
)

func main() {
	desk := payments.NewDesk(notify.NewClient(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))))
	dec := json.NewDecoder(os.Stdin)
	for {
		var p payments.Payment
		if err := dec.Decode(&p); err != nil {
			break
		}
		if err := desk.Settle(context.Background(), p); err != nil {
			log.Println(p.ID, err)
		}
	}
}
