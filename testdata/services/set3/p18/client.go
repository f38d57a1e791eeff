package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

type cioEvent struct {
	Name string         `json:"name"`
	Data map[string]any `json:"data,omitempty"`
}

type cioClient struct {
	site, key string
	hc        *http.Client
}

func (c *cioClient) event(ctx context.Context, id string, ev cioEvent) error {
	body, err := json.Marshal(ev)
	if err != nil {
		return err
	}
	endpoint := fmt.Sprintf("https://track.customer.io/api/v1/customers/%s/events", url.PathEscape(id))
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.site, c.key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		msg, _ := io.ReadAll(io.LimitReader(resp.Body, 512))
		return fmt.Errorf("customer.io: %d: %s", resp.StatusCode, msg)
	}
	return nil
}
