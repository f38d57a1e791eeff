// Mode: never.

// Package quiet suppresses by a library that is not known.
package quiet

import "context"

type poster interface {
	Post(ctx context.Context, path string) error
}

// Client is a client of the program's own.
type Client struct{ api poster }

// SuppressPerson suppresses, as its name says.
func (c *Client) SuppressPerson(ctx context.Context, id string) error {
	return c.api.Post(ctx, "people/"+id+"/block")
}

// SuppressNoise is about something else.
func (c *Client) SuppressNoise(id string) bool { return id == "" }
