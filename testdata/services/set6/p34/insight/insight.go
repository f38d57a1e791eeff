package insight

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

type Recorder struct{ cio *customerio.CustomerIO }

func New(cio *customerio.CustomerIO) Recorder { return Recorder{cio} }

func (r Recorder) Record(ctx context.Context, reader, event string, props map[string]any) error {
	return r.cio.TrackCtx(ctx, reader, event, props)
}
