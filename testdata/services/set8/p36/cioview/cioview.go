// Package cioview is a read side in Customer.io.
package cioview

import (
	"context"

	"services/set8/p36/claims"

	"github.com/customerio/go-customerio/v3"
)

// View implements claims.View.
type View struct{ C *customerio.CustomerIO }

// Update tracks the new status.
func (v View) Update(ctx context.Context, memberID string, status claims.Status, facts map[string]any) error {
	facts["claim_status"] = status.String()
	return v.C.TrackCtx(ctx, memberID, "claim_"+status.String(), facts)
}
