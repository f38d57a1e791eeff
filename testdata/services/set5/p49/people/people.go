package people

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Exporter struct{ client *customerio.CustomerIO }

func NewExporter(site, key string) Exporter {
	return Exporter{customerio.NewTrackClient(site, key, customerio.WithRegion(customerio.RegionEU))}
}

func (e Exporter) Export(ctx context.Context, id string, fields map[string]any) error {
	clean := sanitize.Attributes(fields)
	return e.client.IdentifyCtx(ctx, id, clean)
}
