package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"time"

	"services/set5/p20/outbound"
	"services/set5/p20/wallet"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	var methods []wallet.PaymentMethod
	if err := json.NewDecoder(os.Stdin).Decode(&methods); err != nil {
		log.Fatal(err)
	}
	r := wallet.Reminder[outbound.Track]{
		Via:   outbound.Track{CustomerIO: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))},
		Ahead: 30 * 24 * time.Hour,
		Now:   time.Now,
	}
	n, err := r.Remind(context.Background(), methods)
	log.Println(n, "reminded", err)
}
