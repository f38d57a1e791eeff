package vendors

import (
	"context"

	"services/set9/p36/imports"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Writer struct{ Client *customerio.CustomerIO }

func (w Writer) Write(ctx context.Context, batch []imports.Row) []error {
	errs := make([]error, len(batch))
	for i, row := range batch {
		if row.Fields == nil {
			row.Fields = map[string]any{}
		}
		row.Fields["import"] = "vendors"
		clean := sanitize.Attributes(row.Fields)
		clean["row"] = i
		errs[i] = w.Client.IdentifyCtx(ctx, row.Vendor, clean)
	}
	return errs
}
