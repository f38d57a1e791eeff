package campaign

import (
	"context"
	"errors"
	"fmt"

	customerio "github.com/customerio/go-customerio/v3"
)

// Rider rents scooters.
type Rider struct {
	ID             string
	Phone          string
	DriversLicense string
	Rides          int
	HomeZone       string
}

type Campaign struct {
	BroadcastID int
	App         *customerio.APIClient
	Track       *customerio.CustomerIO
}

func perUser(riders []Rider) []map[string]any {
	out := make([]map[string]any, len(riders))
	for i, r := range riders {
		out[i] = map[string]any{
			"id": r.ID,
			"data": map[string]any{
				"rides": r.Rides,
				"phone": r.Phone,
			},
		}
	}
	return out
}

// Launch triggers the broadcast.
func (c *Campaign) Launch(ctx context.Context, title string, riders []Rider) error {
	if len(riders) == 0 {
		return errors.New("campaign: nobody to send to")
	}
	ignore := true
	resp, err := c.App.TriggerBroadcast(ctx, c.BroadcastID,
		map[string]any{"title": title, "riders": len(riders)},
		customerio.BroadcastRecipients{PerUserData: perUser(riders)},
		customerio.BroadcastOptions{IDIgnoreMissing: &ignore})
	if err != nil {
		return fmt.Errorf("campaign %d: %w", c.BroadcastID, err)
	}
	if resp != nil {
		fmt.Println("triggered", resp.ID)
	}
	return nil
}

// Verified tells that a rider's licence was looked at.
func (c *Campaign) Verified(ctx context.Context, r Rider, class string) error {
	data := struct {
		number, class, zone string
	}{r.DriversLicense, class, r.HomeZone}
	return c.Track.TrackCtx(ctx, r.ID, "license_verified", map[string]any{
		"license_class":   data.class,
		"zone":            data.zone,
		"drivers_license": data.number,
	})
}
