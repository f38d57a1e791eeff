package marketing

import (
	"context"

	"services/set5/p01/internal/onboarding"

	customerio "github.com/customerio/go-customerio/v3"
)

// Gateway publishes milestones to the marketing workspace.
type Gateway struct {
	track *customerio.CustomerIO
}

func NewGateway(track *customerio.CustomerIO) *Gateway { return &Gateway{track: track} }

func (g *Gateway) Publish(ctx context.Context, m onboarding.Milestone) error {
	return g.track.TrackCtx(ctx, m.Subject, m.Name, m.Details)
}
