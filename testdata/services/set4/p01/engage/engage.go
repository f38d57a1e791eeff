package engage

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Track struct{ API *customerio.CustomerIO }

func (t Track) Announce(ctx context.Context, accountID, what string, details map[string]any) error {
	return t.API.TrackCtx(ctx, accountID, what, details)
}
