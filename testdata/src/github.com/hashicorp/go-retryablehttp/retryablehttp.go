// Package retryablehttp is a stub of github.com/hashicorp/go-retryablehttp,
// v0.7.8: signatures without bodies.
package retryablehttp

import (
	"context"
	"net/http"
)

// Request wraps a request so that it can be sent again.
type Request struct {
	*http.Request
}

// Client sends requests until one arrives.
type Client struct {
	HTTPClient *http.Client
	RetryMax   int
}

// NewClient returns a client.
func NewClient() *Client { return nil }

// FromRequest wraps a request.
func FromRequest(r *http.Request) (*Request, error) { return nil, nil }

// NewRequest makes a request.
func NewRequest(method, url string, rawBody interface{}) (*Request, error) { return nil, nil }

// NewRequestWithContext makes a request.
func NewRequestWithContext(ctx context.Context, method, url string, rawBody interface{}) (*Request, error) {
	return nil, nil
}

// Do sends a request.
func (c *Client) Do(req *Request) (*http.Response, error) { return nil, nil }

// Post sends a body.
func Post(url, bodyType string, body interface{}) (*http.Response, error) { return nil, nil }

// Post sends a body.
func (c *Client) Post(url, bodyType string, body interface{}) (*http.Response, error) {
	return nil, nil
}
