package cio

import (
	"context"
	"errors"

	customerio "github.com/customerio/go-customerio/v3"
)

type Processor struct{ c *customerio.CustomerIO }

func New(c *customerio.CustomerIO) Processor { return Processor{c} }

func (Processor) Name() string { return "customer.io" }

func (p Processor) Forget(ctx context.Context, userID string) error {
	err := p.c.DeleteCtx(ctx, userID)
	var gone *customerio.CustomerIOError
	if errors.As(err, &gone) && gone.StatusCode() == 404 {
		return nil
	}
	return err
}
