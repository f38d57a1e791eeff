// Mode: always.

// Package customerio has the SDK's names and shapes and talks to nobody.
package customerio

import "context"

// CustomerIO looks like the track client.
type CustomerIO struct{ URL string }

// NewTrackClient looks like its constructor.
func NewTrackClient(siteID, apiKey string) *CustomerIO { return &CustomerIO{} }

// Identify keeps its attributes to itself.
func (c *CustomerIO) Identify(customerID string, attributes map[string]any) error { return nil }

// Track keeps its data to itself.
func (c *CustomerIO) Track(customerID, eventName string, data map[string]any) error { return nil }

// APIClient looks like the App API client.
type APIClient struct{ Key string }

// NewAPIClient looks like its constructor.
func NewAPIClient(key string) *APIClient { return &APIClient{Key: key} }

// SendEmailRequest looks like a transactional email.
type SendEmailRequest struct {
	To          string
	MessageData map[string]any
}

// SendEmail sends nothing.
func (c *APIClient) SendEmail(ctx context.Context, req *SendEmailRequest) error { return nil }
