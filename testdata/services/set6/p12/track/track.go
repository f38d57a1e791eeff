package track

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

type Client struct {
	site, key string
	http      *http.Client
}

func New(site, key string) *Client { return &Client{site: site, key: key, http: http.DefaultClient} }

const base = "https://track.customer.io/api/v1/customers/"

func (c *Client) do(ctx context.Context, method, target string) error {
	req, err := http.NewRequestWithContext(ctx, method, target, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.site, c.key)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s: %s", method, resp.Status)
	}
	return nil
}

// Remove suppresses the person, then deletes what is stored.
func (c *Client) Remove(ctx context.Context, id string) error {
	if err := c.do(ctx, http.MethodPost, base+url.PathEscape(id)+"/suppress"); err != nil {
		return fmt.Errorf("suppress: %w", err)
	}
	return c.do(ctx, http.MethodDelete, base+url.PathEscape(id))
}
