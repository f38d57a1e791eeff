// Package gatecall calls passengers to their gate in one batch.
package gatecall

import (
	"context"

	"services/set8/p15/manifest"

	"github.com/customerio/go-customerio/v3"
)

const gateCampaign = 41

type row = map[string]any

// Caller triggers the broadcast.
type Caller struct{ API *customerio.APIClient }

func rows(ps []manifest.Passenger) []row {
	out := make([]row, 0, len(ps))
	for _, p := range ps {
		out = append(out, row{
			"id": p.CustomerID,
			"data": row{
				"seat":            p.Seat,
				"passport_number": p.Passport.Number,
			},
		})
	}
	return out
}

// Call sends one batch.
func (c *Caller) Call(ctx context.Context, f manifest.Flight) error {
	to := customerio.BroadcastRecipients{PerUserData: rows(f.Passengers)}
	_, err := c.API.TriggerBroadcast(ctx, gateCampaign, row{"flight": f.Number, "gate": f.Gate}, to, customerio.BroadcastOptions{})
	return err
}
