// Package resty is a stub of github.com/go-resty/resty/v2, v2.17.2: signatures
// without bodies.
package resty

import "context"

// Client makes requests.
type Client struct{}

// New returns a client.
func New() *Client { return nil }

// SetBaseURL sets what stands before the addresses of requests.
func (c *Client) SetBaseURL(url string) *Client { return c }

// SetBasicAuth authenticates all requests.
func (c *Client) SetBasicAuth(username, password string) *Client { return c }

// R returns a new request.
func (c *Client) R() *Request { return nil }

// NewRequest returns a new request.
func (c *Client) NewRequest() *Request { return nil }

// Request is a request.
type Request struct{ Body interface{} }

// Response answers a request.
type Response struct{}

// SetContext gives a request a context.
func (r *Request) SetContext(ctx context.Context) *Request { return r }

// SetHeader sets a header.
func (r *Request) SetHeader(header, value string) *Request { return r }

// SetBody sets what is sent: a struct or a map as JSON, a text or bytes as they
// are.
func (r *Request) SetBody(body interface{}) *Request { return r }

// SetResult sets what an answer is decoded into.
func (r *Request) SetResult(res interface{}) *Request { return r }

// SetBasicAuth authenticates a request.
func (r *Request) SetBasicAuth(username, password string) *Request { return r }

// SetAuthToken authenticates a request.
func (r *Request) SetAuthToken(token string) *Request { return r }

// Get sends a request.
func (r *Request) Get(url string) (*Response, error) { return nil, nil }

// Post sends a request.
func (r *Request) Post(url string) (*Response, error) { return nil, nil }

// Put sends a request.
func (r *Request) Put(url string) (*Response, error) { return nil, nil }

// Patch sends a request.
func (r *Request) Patch(url string) (*Response, error) { return nil, nil }

// Delete sends a request.
func (r *Request) Delete(url string) (*Response, error) { return nil, nil }

// Execute sends a request.
func (r *Request) Execute(method, url string) (*Response, error) { return nil, nil }
