package listen

import (
	"context"

	"services/set5/p24/event"

	customerio "github.com/customerio/go-customerio/v3"
)

// Journey forwards events to the workspace.
type Journey struct{ Client *customerio.CustomerIO }

func (j Journey) On(ctx context.Context, e event.Event) error {
	return j.Client.TrackCtx(ctx, e.Subject(), e.Name(), e.Public())
}
