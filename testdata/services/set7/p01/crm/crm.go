// Package crm keeps profiles at Customer.io.
package crm

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

// Profiles writes profiles.
type Profiles struct{ Client *customerio.CustomerIO }

// Save identifies a person.
func (p Profiles) Save(ctx context.Context, id string, traits map[string]any) error {
	traits["source"] = "onboarding"
	return p.Client.IdentifyCtx(ctx, id, traits)
}
