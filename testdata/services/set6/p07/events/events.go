package events

import (
	"context"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p07/config"
)

type Emitter struct{ client *customerio.CustomerIO }

func FromConfig(c config.Messaging) *Emitter {
	region := customerio.RegionUS
	if c.Region == "eu" {
		region = customerio.RegionEU
	}
	return &Emitter{client: customerio.NewTrackClient(c.SiteID, c.APIKey, customerio.WithRegion(region))}
}

func (e *Emitter) TicketSold(ctx context.Context, buyerID string, seats int) error {
	return e.client.TrackCtx(ctx, buyerID, "ticket_sold", map[string]any{"seats": seats})
}
