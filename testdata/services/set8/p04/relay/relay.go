// Package relay drains a source into a publisher.
package relay

import (
	"context"
	"encoding/json"
	"errors"

	"services/set8/p04/port"
)

// Relay drains.
type Relay struct {
	src port.Source
	pub port.Publisher
}

// New wires a relay.
func New(src port.Source, pub port.Publisher) *Relay { return &Relay{src, pub} }

// Drain sends what is there.
func (r *Relay) Drain(ctx context.Context) error {
	entries, err := r.src.Poll(ctx)
	if err != nil {
		return err
	}
	var errs error
	for _, e := range entries {
		data := map[string]any{}
		if err := json.Unmarshal(e.Body, &data); err != nil {
			errs = errors.Join(errs, err)
			continue
		}
		data["seq"] = e.Seq
		if err := r.pub.Publish(ctx, e.Who, "parcel_"+e.Name, data); err != nil {
			return errors.Join(errs, err)
		}
		errs = errors.Join(errs, r.src.Done(ctx, e.Seq))
	}
	return errs
}
