package paywall

import (
	"context"
	"errors"
)

type Purchase struct {
	Reader     string
	Article    string
	Cents      int
	CardNumber string
	CVV        string
}

type Charger interface {
	Charge(ctx context.Context, p Purchase) (receipt string, err error)
}

type Recorder interface {
	Record(ctx context.Context, reader, event string, props map[string]any) error
}

type Paywall struct {
	chargers map[string]Charger
	recorder Recorder
}

func New(r Recorder) *Paywall { return &Paywall{chargers: map[string]Charger{}, recorder: r} }

func (p *Paywall) Add(method string, c Charger) *Paywall {
	p.chargers[method] = c
	return p
}

func (p *Paywall) Buy(ctx context.Context, method string, order Purchase) error {
	c, ok := p.chargers[method]
	if !ok {
		return errors.New("unknown method " + method)
	}
	receipt, err := c.Charge(ctx, order)
	if err != nil {
		return p.recorder.Record(ctx, order.Reader, "purchase_failed", map[string]any{"article": order.Article, "method": method})
	}
	return p.recorder.Record(ctx, order.Reader, "article_bought", map[string]any{
		"article": order.Article,
		"price":   float64(order.Cents) / 100,
		"receipt": receipt,
	})
}
