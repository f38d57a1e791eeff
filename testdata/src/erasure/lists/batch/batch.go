// Mode: never.

// Package batch sends lists of operations that others make.
package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// Identifiers name somebody.
type Identifiers struct {
	ID string `json:"id"`
}

// An Operation is one of a batch.
type Operation struct {
	Type        string      `json:"type"`
	Action      string      `json:"action"`
	Identifiers Identifiers `json:"identifiers"`
}

type request struct {
	Batch []Operation `json:"batch"`
}

// A Client sends.
type Client struct {
	HTTP *http.Client
	Site string
	Key  string
}

// Send sends a list.
func (c *Client) Send(ctx context.Context, ops []Operation) error {
	body, err := json.Marshal(request{Batch: ops})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://track.customer.io/api/v2/batch", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.Site, c.Key)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("batch: %s", resp.Status)
	}
	return nil
}

// A Body is a batch.
type Body struct {
	Batch []Operation `json:"batch"`
}

// SendBody sends what holds a list.
func (c *Client) SendBody(ctx context.Context, b Body) error {
	body, err := json.Marshal(b)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://track.customer.io/api/v2/batch", bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
