// Package targets has the systems.
package targets

import (
	"context"
	"encoding/json"
	"io"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Profiles is Customer.io.
type Profiles struct{ C *customerio.CustomerIO }

// Push updates the profile.
func (p Profiles) Push(ctx context.Context, id string, fields map[string]any) error {
	return p.C.IdentifyCtx(ctx, id, fields)
}

// Archive is a log of what happened.
type Archive struct{ W io.Writer }

// Push writes a line.
func (a Archive) Push(_ context.Context, id string, fields map[string]any) error {
	return json.NewEncoder(a.W).Encode(map[string]any{"id": id, "fields": sanitize.Attributes(fields)})
}
