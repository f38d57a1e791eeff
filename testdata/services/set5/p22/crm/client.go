package crm

import (
	"context"
	"fmt"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

// Client is our client of the marketing workspace.
type Client struct {
	api    *customerio.CustomerIO
	scrub  func(map[string]any) map[string]any
	prefix string
	dry    bool
}

// Option changes a Client.
type Option func(*Client) error

func WithHashKey(key []byte) Option {
	return func(c *Client) error {
		if len(key) < 32 {
			return fmt.Errorf("crm: hash key of %d bytes", len(key))
		}
		c.scrub = sanitize.New(sanitize.WithHashKey(key), sanitize.NeverSend("risk_score")).Attributes
		return nil
	}
}

func WithEventPrefix(p string) Option {
	return func(c *Client) error { c.prefix = p; return nil }
}

func DryRun() Option {
	return func(c *Client) error { c.dry = true; return nil }
}

func New(api *customerio.CustomerIO, opts ...Option) (*Client, error) {
	c := &Client{api: api, scrub: sanitize.Attributes}
	for _, o := range opts {
		if err := o(c); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *Client) Event(ctx context.Context, user, name string, data map[string]any) error {
	data = c.scrub(data)
	if c.dry {
		fmt.Println("would track", c.prefix+name, "with", len(data), "entries")
		return nil
	}
	return c.api.TrackCtx(ctx, user, c.prefix+name, data)
}
