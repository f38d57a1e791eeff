package bus

import (
	"context"

	"services/set9/p38/event"

	customerio "github.com/customerio/go-customerio/v3"
)

type CIO struct{ T *customerio.CustomerIO }

func (c CIO) Dispatch(ctx context.Context, e event.Event) error {
	return c.T.TrackCtx(ctx, e.Who(), e.Name, e.Data())
}
