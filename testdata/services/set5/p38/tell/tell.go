package tell

import (
	"context"

	"services/set5/p38/claims"

	customerio "github.com/customerio/go-customerio/v3"
)

type projection struct {
	claim    string
	approved bool
	days     int
}

func project(c claims.Claim) projection {
	return projection{claim: c.Number, approved: c.Approved, days: c.Decided.YearDay()}
}

// Insured returns an observer that starts the journey of a decision.
func Insured(cio *customerio.CustomerIO) claims.Observer {
	return func(ctx context.Context, c claims.Claim) error {
		p := project(c)
		return cio.TrackCtx(ctx, c.Insured, "claim_decided", map[string]any{
			"claim":       p.claim,
			"approved":    p.approved,
			"day_of_year": p.days,
		})
	}
}
