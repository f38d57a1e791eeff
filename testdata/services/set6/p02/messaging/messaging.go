// Package messaging is the only door to Customer.io.
package messaging

import (
	"context"
	"log/slog"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

type Gateway struct {
	Track *customerio.CustomerIO
	Log   *slog.Logger
}

func (g *Gateway) Remind(ctx context.Context, holderID, kind string, details map[string]any) error {
	clean := sanitize.Attributes(details)
	if len(clean) < len(details) {
		g.Log.Info("fields withheld", "kind", kind, "n", len(details)-len(clean))
	}
	return g.Track.TrackCtx(ctx, holderID, kind, clean)
}
