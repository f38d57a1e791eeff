package journey

import (
	"context"

	"services/set4/p20/roster"

	customerio "github.com/customerio/go-customerio/v3"
)

func Event(c *customerio.CustomerIO, name string) func(context.Context, roster.Courier, string) error {
	return func(ctx context.Context, courier roster.Courier, parcel string) error {
		return c.TrackCtx(ctx, courier.UUID, name, map[string]any{"parcel": parcel, "vehicle": courier.Vehicle})
	}
}
