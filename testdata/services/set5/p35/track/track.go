// Package track speaks to the Track API without an SDK.
package track

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

const base = "https://track-eu.customer.io/api/v1"

type Client struct {
	siteID, apiKey string
	http           *http.Client
}

func New(siteID, apiKey string) *Client {
	return &Client{siteID: siteID, apiKey: apiKey, http: &http.Client{Timeout: 15 * time.Second}}
}

// Policyholder is what we keep of a customer of the insurance.
type Policyholder struct {
	Email        string   `json:"email"`
	FirstName    string   `json:"first_name"`
	Products     []string `json:"products"`
	SocialNumber string   `json:"social_security_number,omitempty"`
	Since        int64    `json:"created_at"`
}

// Put creates or updates a customer.
func (c *Client) Put(ctx context.Context, id string, p Policyholder) error {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(p); err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, base+"/customers/"+url.PathEscape(id), &buf)
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.siteID, c.apiKey)
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 512))
		return fmt.Errorf("track: %s: %s", resp.Status, text)
	}
	return nil
}
