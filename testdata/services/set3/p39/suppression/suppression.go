// Package suppression keeps people out of Customer.io.
package suppression

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// Client suppresses people.
type Client struct {
	Site, Key string
	Doer      *http.Client
}

// Suppress makes sure that nothing brings the person back.
func (c Client) Suppress(ctx context.Context, person string) error {
	u := fmt.Sprintf("https://track-eu.customer.io/api/v1/customers/%s/suppress", url.PathEscape(person))
	req, err := http.NewRequestWithContext(ctx, "POST", u, http.NoBody)
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.Site, c.Key)
	resp, err := c.Doer.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("suppression answered %d", resp.StatusCode)
	}
	return nil
}
