// Mode: always.

// Package customerio has the name of the SDK's repository, and another shape: it
// talks to nobody.
package customerio

// Client keeps what it gets.
type Client struct{}

// NewTrackClient returns a client.
func NewTrackClient(siteID, apiKey string) *Client { return nil }

// Identify keeps its attributes to itself.
func (c *Client) Identify(customerID string, attributes map[string]any) error { return nil }
