// Stub written from the public signatures, for tests.

// Package customerio has the surface of go-customerio v3.11.0.
package customerio

import (
	"context"
	"net/http"
)

// HTTPClient sends requests.
type HTTPClient interface {
	Do(req *http.Request) (*http.Response, error)
}

// CustomerIO is the Track client.
type CustomerIO struct {
	siteID    string
	apiKey    string
	URL       string
	UserAgent string
	Client    HTTPClient
}

// NewTrackClient returns a Track client.
func NewTrackClient(siteID, apiKey string, opts ...Option) *CustomerIO {
	return &CustomerIO{siteID: siteID, apiKey: apiKey}
}

// NewCustomerIO is the old name of NewTrackClient.
func NewCustomerIO(siteID, apiKey string) *CustomerIO {
	return NewTrackClient(siteID, apiKey)
}

func (c *CustomerIO) IdentifyCtx(ctx context.Context, customerID string, attributes map[string]any) error {
	return nil
}

func (c *CustomerIO) Identify(customerID string, attributes map[string]any) error {
	return nil
}

func (c *CustomerIO) TrackCtx(ctx context.Context, customerID string, eventName string, data map[string]any, opts ...TrackOption) error {
	return nil
}

func (c *CustomerIO) Track(customerID string, eventName string, data map[string]any, opts ...TrackOption) error {
	return nil
}

func (c *CustomerIO) TrackAnonymousCtx(ctx context.Context, anonymousID, eventName string, data map[string]any, opts ...TrackOption) error {
	return nil
}

func (c *CustomerIO) TrackAnonymous(anonymousID, eventName string, data map[string]any, opts ...TrackOption) error {
	return nil
}

func (c *CustomerIO) DeleteCtx(ctx context.Context, customerID string) error { return nil }

func (c *CustomerIO) Delete(customerID string) error { return nil }

// IdentifierType says what an identifier is.
type IdentifierType string

// The kinds of identifiers.
const (
	IdentifierTypeID    IdentifierType = "id"
	IdentifierTypeEmail IdentifierType = "email"
	IdentifierTypeCioID IdentifierType = "cio_id"
)

// Identifier names a person.
type Identifier struct {
	Type  IdentifierType
	Value string
}

func (c *CustomerIO) MergeCustomersCtx(ctx context.Context, primary Identifier, secondary Identifier) error {
	return nil
}

func (c *CustomerIO) MergeCustomers(primary Identifier, secondary Identifier) error {
	return nil
}
