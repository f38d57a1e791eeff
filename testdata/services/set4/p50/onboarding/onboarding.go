package onboarding

import (
	"context"
	"errors"
)

type Client struct {
	ID         string
	NationalID string
	Branch     string
}

type Auditor interface {
	Audit(ctx context.Context, action string, fields map[string]any) error
}

type Messenger interface {
	Tell(ctx context.Context, clientID, news string, fields map[string]any) error
}

type Flow struct {
	Auditor
	Messenger
}

func (f Flow) Accept(ctx context.Context, c Client) error {
	common := map[string]any{"branch": c.Branch, "accepted": true}
	private := map[string]any{"national_id": c.NationalID}
	for k, v := range common {
		private[k] = v
	}
	return errors.Join(
		f.Audit(ctx, "accept", private),
		f.Tell(ctx, c.ID, "account_opened", common),
	)
}
