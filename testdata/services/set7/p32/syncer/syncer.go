// Package syncer keeps profiles up to date.
package syncer

import (
	"context"
	"errors"
	"log/slog"

	"services/set7/p32/talent"
)

// Identify is the call that saves a profile.
type Identify = func(ctx context.Context, id string, attributes map[string]any) error

// Syncer saves profiles.
type Syncer struct {
	Identify Identify
	Log      *slog.Logger
}

// Sync some freelancers.
func (s Syncer) Sync(ctx context.Context, who ...*talent.Freelancer) error {
	var errs []error
	for _, f := range who {
		traits, err := f.Traits()
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if !f.Payable() {
			s.Log.Info("not payable", "id", f.ID)
		}
		errs = append(errs, s.Identify(ctx, f.ID, traits))
	}
	return errors.Join(errs...)
}
