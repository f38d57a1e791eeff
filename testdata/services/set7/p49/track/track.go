// Package track is a small client of the Track API.
package track

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

const customers = "https://track.customer.io/api/v1/customers"

// Client of the Track API.
type Client struct {
	Site, Key string
	HTTP      http.Client
}

// Identify puts a person's attributes.
func (c *Client) Identify(ctx context.Context, id string, attributes any) error {
	var body bytes.Buffer
	if err := json.NewEncoder(&body).Encode(attributes); err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, customers+"/"+url.PathEscape(id), &body)
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.Site, c.Key)
	req.Header.Set("Content-Type", "application/json")
	res, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("identify: %s", res.Status)
	}
	return nil
}
