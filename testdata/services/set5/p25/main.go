package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set5/p25/shipping"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	m := shipping.NewMailer(customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")))
	byState := map[string]func(context.Context, shipping.Parcel) error{
		"out_for_delivery": m.OutForDelivery,
		"delivered":        m.Delivered,
	}
	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var p struct {
			State  string
			Parcel shipping.Parcel
		}
		if err := dec.Decode(&p); err != nil {
			log.Fatal(err)
		}
		if f, ok := byState[p.State]; ok {
			if err := f(context.Background(), p.Parcel); err != nil {
				log.Print(err)
			}
		}
	}
}
