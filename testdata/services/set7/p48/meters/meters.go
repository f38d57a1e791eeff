// Package meters reads meters.
package meters

import (
	"context"
	"encoding/json"
	"errors"
)

// Reading of a meter as it arrives.
type Reading struct {
	Contract string  `json:"contract"`
	KWh      float64 `json:"kwh"`
	Street   string  `json:"street_address"`
	Phone    string  `json:"phone,omitempty"`
	Tariff   string  `json:"tariff"`
}

// Profiles takes JSON.
type Profiles interface {
	Put(ctx context.Context, id string, profile []byte) error
}

// Import readings.
func Import(ctx context.Context, p Profiles, rs ...Reading) (err error) {
	for _, r := range rs {
		b, e := json.Marshal(r)
		if e == nil {
			e = p.Put(ctx, r.Contract, b)
		}
		err = errors.Join(err, e)
	}
	return err
}
