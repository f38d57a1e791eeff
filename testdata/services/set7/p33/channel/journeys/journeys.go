// Package journeys reaches volunteers by campaigns.
package journeys

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p33/channel"
)

// Notifier starts a campaign.
type Notifier struct {
	cio  *customerio.CustomerIO
	base map[string]any
}

// New returns a Notifier for a chapter.
func New(c *customerio.CustomerIO, chapter string) *Notifier {
	return &Notifier{cio: c, base: map[string]any{"chapter": chapter, "version": 2}}
}

// Notify implements channel.Notifier.
func (n *Notifier) Notify(ctx context.Context, to channel.Contact, shift string, hours int) error {
	data := make(map[string]any, len(n.base)+4)
	for k, v := range n.base {
		data[k] = v
	}
	data["shift"], data["hours"] = shift, hours
	data["zip"] = to.Zip
	if len(to.Phone) > 4 {
		data["phone"] = to.Phone
	}
	return n.cio.TrackCtx(ctx, to.ID, "shift_open", data)
}
