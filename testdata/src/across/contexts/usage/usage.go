// Mode: unless-clean.

// Package usage sends what the context of its callers has.
package usage

import (
	"context"

	"across/contexts/authn"

	customerio "github.com/customerio/go-customerio/v3"
)

type Tracker struct{ C *customerio.CustomerIO }

func (t *Tracker) Used(ctx context.Context, feature string) error {
	s, _ := authn.From(ctx)
	return t.C.TrackCtx(ctx, s.UserID, "used", map[string]any{"feature": feature, "tenant": s.Tenant})
}

func (t *Tracker) Leaks(ctx context.Context, feature string) error {
	s, _ := authn.From(ctx)
	return t.C.TrackCtx(ctx, s.UserID, "used", map[string]any{"feature": feature, "session": s.AccessToken}) // want `never-send value AccessToken`
}
