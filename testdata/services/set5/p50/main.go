package main

import (
	"context"
	"log"
	"os"

	"services/set5/p50/messaging"
	"services/set5/p50/row"
	"services/set5/p50/warehouse"

	customerio "github.com/customerio/go-customerio/v3"
)

type resident struct {
	Key, SSN, Phone, LeaseType string
	Rooms                      int
	Parking                    bool
}

func toRow(r resident) row.Row {
	return row.Row{
		"ssn":        r.SSN,
		"phone":      r.Phone,
		"lease_type": r.LeaseType,
		"rooms":      r.Rooms,
		"parking":    r.Parking,
	}
}

func main() {
	reg := row.Registry{
		"warehouse": warehouse.New(os.Stdout),
		"messaging": messaging.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))),
	}
	residents := []resident{{Key: "r1", SSN: os.Getenv("SSN"), Phone: os.Getenv("PHONE"), LeaseType: "yearly", Rooms: 3}}
	for _, r := range residents {
		if err := reg.Send(context.Background(), r.Key, toRow(r), "messaging", "warehouse"); err != nil {
			log.Print(err)
		}
	}
}
