// Stub written from the public signatures, for tests.

// Package customerio is the part of the Customer.io SDK that the shop uses.
// It sends nothing.
package customerio

import "context"

// CustomerIO is the Track client.
type CustomerIO struct {
	siteID, apiKey string
}

// Option configures the clients.
type Option interface{ apply() }

// NewTrackClient returns a Track client.
func NewTrackClient(siteID, apiKey string, opts ...Option) *CustomerIO {
	return &CustomerIO{siteID: siteID, apiKey: apiKey}
}

// Identify sets the attributes of a person.
func (c *CustomerIO) Identify(customerID string, attributes map[string]any) error {
	return nil
}

// TrackOption sets top-level fields of an event.
type TrackOption func(map[string]any)

// Track sends an event of a person.
func (c *CustomerIO) Track(customerID string, eventName string, data map[string]any, opts ...TrackOption) error {
	return nil
}

// APIClient is the App API client.
type APIClient struct {
	Key string
}

// NewAPIClient returns an App API client.
func NewAPIClient(key string, opts ...Option) *APIClient { return &APIClient{Key: key} }

// SendEmailRequest is one transactional email.
type SendEmailRequest struct {
	MessageData            map[string]any    `json:"message_data,omitempty"`
	TransactionalMessageID string            `json:"transactional_message_id,omitempty"`
	Identifiers            map[string]string `json:"identifiers"`
	To                     string            `json:"to,omitempty"`
}

// SendEmailResponse answers SendEmail.
type SendEmailResponse struct {
	DeliveryID string `json:"delivery_id"`
}

// SendEmail sends one transactional email.
func (c *APIClient) SendEmail(ctx context.Context, req *SendEmailRequest) (*SendEmailResponse, error) {
	return &SendEmailResponse{}, nil
}
