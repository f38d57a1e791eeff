// Package cio writes documents as attributes.
package cio

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

// Writer writes to a workspace.
type Writer struct{ Client *customerio.CustomerIO }

// Write implements port.Writer.
func (w Writer) Write(ctx context.Context, about string, doc map[string]any) error {
	return w.Client.IdentifyCtx(ctx, about, doc)
}
