package calls

import (
	"context"
	"time"

	"services/set5/p06/ident"

	customerio "github.com/customerio/go-customerio/v3"
)

type Call struct {
	Phone    string
	Queue    string
	Answered bool
	Waited   time.Duration
}

type Reporter struct {
	IDs    *ident.Maker
	Client *customerio.CustomerIO
}

func (r *Reporter) Report(ctx context.Context, c Call) error {
	id := r.IDs.Opaque(c.Phone)
	return r.Client.TrackCtx(ctx, id, "hotline_called", map[string]any{
		"queue":          c.Queue,
		"answered":       c.Answered,
		"waited_seconds": int(c.Waited.Seconds()),
	})
}
