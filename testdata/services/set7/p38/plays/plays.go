// Package plays reads a music service's API.
package plays

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// Week of somebody.
type Week struct {
	Tracks int     `json:"tracks"`
	Hours  float64 `json:"hours"`
	Badge  string  `json:"badge"`
	Streak bool    `json:"streak"`
}

// Client of the API.
type Client struct {
	Base string
	HTTP interface {
		Do(*http.Request) (*http.Response, error)
	}
}

// Link is what a user allowed us.
type Link struct {
	UserID      string
	AccessToken string
}

// Week of a user.
func (c *Client) Week(ctx context.Context, l Link) (w Week, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.Base+"/v2/week", nil)
	if err != nil {
		return w, err
	}
	req.Header.Set("Authorization", "Bearer "+l.AccessToken)
	res, err := c.HTTP.Do(req)
	if err != nil {
		return w, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return w, fmt.Errorf("plays: %s", res.Status)
	}
	return w, json.NewDecoder(res.Body).Decode(&w)
}
