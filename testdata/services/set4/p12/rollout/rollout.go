package rollout

import (
	"context"
	"fmt"
	"time"

	"services/set4/p12/fleet"

	customerio "github.com/customerio/go-customerio/v3"
)

type Plan struct {
	Version string
	Models  map[string]bool
}

func (p Plan) wants(t fleet.Thermostat) bool {
	return p.Models[t.Model] && t.Firmware < p.Version
}

func Announce(ctx context.Context, cio *customerio.CustomerIO, p Plan, reports []fleet.Thermostat) error {
	for t := range fleet.Latest(reports) {
		if !p.wants(t) {
			continue
		}
		data := map[string]any{"model": t.Model, "from_version": t.Firmware, "to_version": p.Version}
		switch {
		case t.Battery < 20:
			data["battery"] = "low"
		case t.Battery < 60:
			data["battery"] = "medium"
		default:
			data["battery"] = "good"
		}
		err := cio.TrackCtx(ctx, t.Household, "firmware_available", data, customerio.WithEventTimestamp(time.Now()))
		if err != nil {
			return fmt.Errorf("announce %s: %w", p.Version, err)
		}
	}
	return nil
}
