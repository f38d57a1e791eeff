// Package trackv1 has the calls that the SDK lacks.
package trackv1

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// Client of the Track API.
type Client struct {
	SiteID, APIKey string
	HTTP           *http.Client
}

// Block suppresses a person.
func (c *Client) Block(ctx context.Context, id string) error {
	u := "https://track.customer.io/api/v1/customers/" + url.PathEscape(id) + "/suppress"
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.SiteID, c.APIKey)
	res, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("suppress: %s", res.Status)
	}
	return nil
}
