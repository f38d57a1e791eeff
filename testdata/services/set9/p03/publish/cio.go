package publish

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type CIO struct{ c *customerio.CustomerIO }

func NewCIO(c *customerio.CustomerIO) *CIO { return &CIO{c} }

func (p *CIO) Publish(ctx context.Context, subject, topic string, body map[string]any) error {
	return p.c.TrackCtx(ctx, subject, topic, body)
}
