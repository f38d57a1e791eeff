package messaging

import (
	"context"
	"maps"

	customerio "github.com/customerio/go-customerio/v3"
)

type Exporter struct{ track *customerio.CustomerIO }

func New(track *customerio.CustomerIO) *Exporter { return &Exporter{track} }

func (e *Exporter) Export(ctx context.Context, key string, r map[string]any) error {
	out := maps.Clone(r)
	delete(out, "ssn")
	delete(out, "phone")
	return e.track.IdentifyCtx(ctx, key, out)
}
