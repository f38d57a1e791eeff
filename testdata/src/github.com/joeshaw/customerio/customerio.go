// Stub written from the public signatures, for tests.

// Package customerio has the surface of joeshaw/customerio of 2016.
package customerio

import (
	"context"
	"net/http"
)

// Client is the Track client; a nil client does nothing.
type Client struct {
	SiteID     string
	APIKey     string
	HTTPClient *http.Client
}

// Error is a refused request.
type Error struct {
	StatusCode int
}

func (err *Error) Error() string { return http.StatusText(err.StatusCode) }

// Identify sets the attributes of a person; it adds email to attrs.
func (c *Client) Identify(id string, email string, attrs map[string]interface{}) error {
	return nil
}

// Delete removes a person.
func (c *Client) Delete(id string) error { return nil }

// Track sends an event of a person.
func (c *Client) Track(id string, eventName string, attrs map[string]interface{}) error {
	return nil
}

// TrackRecipient sends an event to an email address.
func (c *Client) TrackRecipient(recipient, eventName string, attrs map[string]interface{}) error {
	return nil
}

// NewContext carries a client in a context.
func NewContext(ctx context.Context, c *Client) context.Context { return ctx }

// FromContext returns the client that the context carries.
func FromContext(ctx context.Context) *Client { return nil }
