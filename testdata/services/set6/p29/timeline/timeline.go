package timeline

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

type Timeline struct{ cio *customerio.CustomerIO }

func New(cio *customerio.CustomerIO) Timeline { return Timeline{cio} }

func (t Timeline) Happened(ctx context.Context, who, what string, details map[string]any) error {
	return t.cio.TrackCtx(ctx, who, what, details)
}
