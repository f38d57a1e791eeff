package outbound

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Track struct{ *customerio.CustomerIO }

func (t Track) Send(ctx context.Context, person, event string, data map[string]any) error {
	return t.TrackCtx(ctx, person, event, data)
}
