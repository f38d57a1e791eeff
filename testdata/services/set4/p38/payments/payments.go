package payments

import (
	"context"
	"fmt"
)

type Method struct {
	CardNumber string
	Expires    string
}

type Processor interface {
	Authorize(ctx context.Context, number string, cents int) error
}

type Gateway struct{ processor Processor }

func NewGateway(p Processor) *Gateway { return &Gateway{p} }

func (g *Gateway) Charge(ctx context.Context, m Method, cents int) error {
	if len(m.CardNumber) < 13 {
		return fmt.Errorf("card %q is too short", m.CardNumber)
	}
	if err := g.processor.Authorize(ctx, m.CardNumber, cents); err != nil {
		return fmt.Errorf("authorize card %s: %w", m.CardNumber, err)
	}
	return nil
}
