// Package rawcio talks to the Track API without an SDK.
package rawcio

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

const base = "https://track.customer.io/api/v1"

// Client is a small client.
type Client struct {
	http      *http.Client
	site, key string
}

// New returns a client.
func New(h *http.Client, site, key string) *Client { return &Client{h, site, key} }

// Put updates a person of any type.
func Put[T any](ctx context.Context, c *Client, id string, v T) error {
	raw, err := json.Marshal(v)
	if err != nil {
		return err
	}
	clean, err := sanitize.JSON(raw)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, base+"/customers/"+url.PathEscape(id), bytes.NewReader(clean))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.SetBasicAuth(c.site, c.key)
	res, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("rawcio: %s", res.Status)
	}
	return nil
}
