// Package entity speaks the v2 API of Customer.io.
package entity

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

type Client struct {
	Site, Key string
	HTTP      *http.Client
}

type operation struct {
	Type        string            `json:"type"`
	Action      string            `json:"action"`
	Identifiers map[string]string `json:"identifiers"`
}

func (c *Client) do(ctx context.Context, op operation) error {
	b, err := json.Marshal(op)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://track.customer.io/api/v2/entity", bytes.NewReader(b))
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
	if res.StatusCode >= 400 {
		return fmt.Errorf("%s: %s", op.Action, res.Status)
	}
	return nil
}

func (c *Client) DeletePerson(ctx context.Context, id string) error {
	return c.do(ctx, operation{Type: "person", Action: "delete", Identifiers: map[string]string{"id": id}})
}

func (c *Client) SuppressPerson(ctx context.Context, id string) error {
	return c.do(ctx, operation{Type: "person", Action: "suppress", Identifiers: map[string]string{"id": id}})
}
