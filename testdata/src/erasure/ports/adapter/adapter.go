// Mode: never.

// Package adapter suppresses and deletes for whoever calls it.
package adapter

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

type Client struct {
	HTTP *http.Client
	SDK  *customerio.CustomerIO
}

func (c *Client) Suppress(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://track.customer.io/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	res, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	res.Body.Close()
	if res.StatusCode != 200 {
		return errors.New(res.Status)
	}
	return nil
}

func (c *Client) Delete(ctx context.Context, id string) error { return c.SDK.DeleteCtx(ctx, id) }
func (c *Client) Note(ctx context.Context, id string) error {
	return c.SDK.TrackCtx(ctx, id, "noted", nil)
}

// Block is Suppress by a name that says nothing.
func (c *Client) Block(ctx context.Context, id string) error { return c.Suppress(ctx, id) }
