// Package privacy answers deletion requests.
package privacy

import (
	"context"
	"fmt"
	"log/slog"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p39/trackv1"
)

// Officer erases people.
type Officer struct {
	sdk *customerio.CustomerIO
	raw *trackv1.Client
	log *slog.Logger
}

// NewOfficer returns an Officer.
func NewOfficer(sdk *customerio.CustomerIO, raw *trackv1.Client, l *slog.Logger) *Officer {
	return &Officer{sdk: sdk, raw: raw, log: l}
}

// Forget a person.
func (o *Officer) Forget(ctx context.Context, id string) error {
	if err := o.raw.Block(ctx, id); err != nil {
		o.log.WarnContext(ctx, "suppression failed", "err", err)
	}
	if err := o.sdk.DeleteCtx(ctx, id); err != nil {
		return fmt.Errorf("delete: %w", err)
	}
	return nil
}
