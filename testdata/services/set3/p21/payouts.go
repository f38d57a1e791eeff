// Command payouts tells landlords what they are paid.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

const payoutBroadcast = 41

type payout struct {
	Landlord string `json:"landlord"`
	Cents    int64  `json:"cents"`
	Iban     string `json:"iban"`
	Flats    []flat `json:"flats"`
}

type flat struct {
	City string `json:"city"`
	Rent int64  `json:"rent"`
}

func perUser(ps []payout) (out []map[string]any) {
	for _, p := range ps {
		if p.Cents == 0 {
			continue
		}
		row := map[string]any{
			"id": p.Landlord,
			"data": map[string]any{
				"amount": fmt.Sprintf("%d.%02d", p.Cents/100, p.Cents%100),
				"flats":  len(p.Flats),
				"iban":   p.Iban,
			},
		}
		out = append(out, row)
	}
	return out
}

func announce(ctx context.Context, api *customerio.APIClient, month time.Month, ps []payout) (int, error) {
	skip := true
	resp, err := api.TriggerBroadcast(ctx, payoutBroadcast,
		map[string]any{"month": month.String()},
		customerio.BroadcastRecipients{PerUserData: perUser(ps)},
		customerio.BroadcastOptions{IDIgnoreMissing: &skip})
	if err != nil {
		return 0, err
	}
	return resp.ID, nil
}

func main() {
	var ps []payout
	if err := json.NewDecoder(os.Stdin).Decode(&ps); err != nil {
		log.Fatal(err)
	}
	api := customerio.NewAPIClient("c41f9e7d0a8b4256b3e17f60d29ca58e")
	id, err := announce(context.Background(), api, time.Now().Month(), ps)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("broadcast %d for %d landlords", id, len(ps))
}
