package crm

import (
	"context"
	"time"

	"services/set5/p21/profile"

	customerio "github.com/customerio/go-customerio/v3"
)

type CRM struct {
	client  *customerio.CustomerIO
	timeout time.Duration
}

func New(client *customerio.CustomerIO, timeout time.Duration) *CRM { return &CRM{client, timeout} }

func (c *CRM) Upsert(ctx context.Context, p *profile.Profile) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	return c.client.IdentifyCtx(ctx, p.ID(), p.Attributes())
}
