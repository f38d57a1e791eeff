// Mode: unless-clean.

// Package client is the second of the worked example in docs/how-it-works.md.
package client

import customerio "github.com/customerio/go-customerio/v3"

type Client struct{ c *customerio.CustomerIO }

func (c *Client) Save(id string, attrs map[string]any) error { // want Save:`sends p2 to \(\*customerio.CustomerIO\).Identify`
	return c.c.Identify(id, attrs)
}
