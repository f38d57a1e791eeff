package rawapi

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

type Person struct {
	Email     string  `json:"email"`
	Phone     string  `json:"phone,omitempty"`
	LastIP    string  `json:"last_ip,omitempty"`
	Lifetime  float64 `json:"lifetime_value"`
	updatedBy string
}

type Client struct {
	HTTP *http.Client
	Site string
	Key  string
}

func (c *Client) Put(ctx context.Context, id string, p Person) error {
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	u := "https://track.customer.io/api/v1/customers/" + url.PathEscape(id)
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, u, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.SetBasicAuth(c.Site, c.Key)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("put: %s", resp.Status)
	}
	return nil
}
