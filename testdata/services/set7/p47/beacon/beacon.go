// Package beacon posts events without the SDK.
package beacon

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

const (
	endpoint = "https://track-eu.customer.io/api/v1/customers/"
	site     = "94be07d1c35f2a6880e1"
	key      = "e2c7490bd81f653a9f04"
)

// Beacon posts events.
type Beacon struct {
	http  *http.Client
	agent string
}

// New returns a Beacon.
func New(agent string) *Beacon {
	return &Beacon{http: &http.Client{Timeout: 4 * time.Second}, agent: agent}
}

type event struct {
	Name string `json:"name"`
	Data any    `json:"data,omitempty"`
	At   int64  `json:"timestamp"`
}

// Count posts a named counter.
func (b *Beacon) Count(ctx context.Context, customer, name string, n int) error {
	body, err := json.Marshal(event{Name: name, Data: map[string]int{"count": n}, At: time.Now().Unix()})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint+url.PathEscape(customer)+"/events", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", b.agent)
	req.SetBasicAuth(site, key)
	res, err := b.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		msg, _ := io.ReadAll(io.LimitReader(res.Body, 200))
		return fmt.Errorf("beacon: %s: %s", res.Status, msg)
	}
	return nil
}
