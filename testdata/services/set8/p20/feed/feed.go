// Package feed sends records.
package feed

import (
	"context"

	"services/set8/p20/records"
)

// Identifier is what the feed needs of a client.
type Identifier interface {
	IdentifyCtx(ctx context.Context, id string, attrs map[string]any) error
}

// Feed sends workers.
type Feed struct{ To Identifier }

// Send sends one worker.
func (f Feed) Send(ctx context.Context, w records.Worker) error {
	m, err := records.ToMap(w)
	if err != nil {
		return err
	}
	m["overtime"] = w.Hours > 40
	return f.To.IdentifyCtx(ctx, w.BadgeID, m)
}
