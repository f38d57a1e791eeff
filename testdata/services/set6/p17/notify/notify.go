package notify

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

type Option func(*message)

type message struct {
	name string
	data map[string]any
	opts []customerio.TrackOption
}

func Amount(v float64, currency string) Option {
	return func(m *message) {
		m.data["amount"] = v
		m.data["currency"] = currency
	}
}

func Extra(key string, value any) Option {
	return func(m *message) { m.data[key] = value }
}

func DedupeBy(id string) Option {
	return func(m *message) { m.opts = append(m.opts, customerio.WithEventID(id)) }
}

type Client struct{ cio *customerio.CustomerIO }

func NewClient(cio *customerio.CustomerIO) *Client { return &Client{cio: cio} }

func (c *Client) Event(ctx context.Context, userID, name string, options ...Option) error {
	m := message{name: name, data: map[string]any{"channel": "wallet"}}
	for _, o := range options {
		o(&m)
	}
	return c.cio.TrackCtx(ctx, userID, m.name, m.data, m.opts...)
}
