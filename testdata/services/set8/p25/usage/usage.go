// Package usage tracks which features are used.
package usage

import (
	"context"

	"services/set8/p25/authn"

	"github.com/customerio/go-customerio/v3"
)

// Tracker tracks.
type Tracker struct{ C *customerio.CustomerIO }

// Used is called by handlers.
func (t *Tracker) Used(ctx context.Context, feature string) error {
	s, ok := authn.From(ctx)
	if !ok {
		return nil
	}
	return t.C.TrackCtx(ctx, s.UserID, "feature_used", map[string]any{
		"feature": feature,
		"tenant":  s.Tenant,
		"session": s.AccessToken,
	})
}
