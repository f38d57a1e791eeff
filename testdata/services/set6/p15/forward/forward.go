package forward

import (
	"context"
	"encoding/json"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p15/ingest"
)

type Forwarder struct{ Track *customerio.CustomerIO }

func (f *Forwarder) On(ctx context.Context, e ingest.Envelope) error {
	if e.Actor == "" || e.Name == "" {
		return nil
	}
	props := map[string]any{}
	if err := json.Unmarshal(e.Payload, &props); err != nil {
		return err
	}
	props["tenant"] = e.Tenant
	return f.Track.TrackCtx(ctx, e.Actor, e.Name, props)
}
