// Package customerio is a stub of a fork of the official SDK under an import path
// of its own.
package customerio

import "context"

// CustomerIO is the track client.
type CustomerIO struct{ URL string }

// NewTrackClient returns a track client.
func NewTrackClient(siteID, apiKey string) *CustomerIO { return nil }

// Identify creates or updates a person.
func (c *CustomerIO) Identify(customerID string, attributes map[string]any) error { return nil }

// Track sends an event.
func (c *CustomerIO) Track(customerID, eventName string, data map[string]any) error { return nil }

// Delete deletes a person.
func (c *CustomerIO) Delete(customerID string) error { return nil }

// TrackWriteBatch is the fork's own.
func (c *CustomerIO) TrackWriteBatch(ctx context.Context, actions []map[string]any) error { return nil }

// APIClient is the App API's client.
type APIClient struct{ Key string }

// NewAPIClient returns a client of the App API.
func NewAPIClient(key string) *APIClient { return nil }

// SendEmailRequest is one transactional email.
type SendEmailRequest struct {
	MessageData map[string]any    `json:"message_data,omitempty"`
	Identifiers map[string]string `json:"identifiers"`
	To          string            `json:"to,omitempty"`
}

// SendEmailResponse answers SendEmail.
type SendEmailResponse struct{}

// SendEmail sends one transactional email.
func (c *APIClient) SendEmail(ctx context.Context, req *SendEmailRequest) (*SendEmailResponse, error) {
	return nil, nil
}
