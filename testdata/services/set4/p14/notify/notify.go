package notify

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Tracker struct{ *customerio.CustomerIO }

func (t Tracker) Notify(ctx context.Context, userID, event string, fields map[string]any) error {
	return t.TrackCtx(ctx, userID, event, fields)
}
