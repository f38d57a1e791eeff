// Mode: unless-clean.

// Package options builds events of what its callers choose.
package options

import (
	"os"

	customerio "github.com/customerio/go-customerio/v3"
)

// Event is one that options fill.
type Event struct{ fields map[string]any }

// Option adds to an event.
type Option func(*Event)

// With adds a field.
func With(key string, value any) Option { return func(e *Event) { e.fields[key] = value } }

// FromEnv adds a field that nobody chooses here.
func FromEnv(value string) Option { return func(e *Event) { e.fields[os.Getenv("FIELD")] = value } }

// Client sends events.
type Client struct{ C *customerio.CustomerIO }

// Send sends what the options put together; callers choose the keys.
func (c *Client) Send(id string, opts ...Option) error {
	e := &Event{fields: map[string]any{"source": "web"}}
	for _, o := range opts {
		o(e)
	}
	return c.C.Track(id, "sent", e.fields)
}

// Field sends one field that callers choose.
func (c *Client) Field(id, key string, value any) error {
	return c.C.Track(id, "sent", map[string]any{key: value})
}

// Either sends a field that callers choose, or the environment does.
func (c *Client) Either(id, key string, value any) error {
	if env := os.Getenv("FIELD"); env != "" {
		key = env
	}
	return c.C.Track(id, "sent", map[string]any{key: value}) // want `payload of .* skips the sanitizer`
}

// Plan sends what callers choose under a key of its own.
func (c *Client) Plan(id string, plan any) error {
	return c.C.Track(id, "sent", map[string]any{"plan": plan})
}

// Prefix sends under a part of a key that callers choose.
func (c *Client) Prefix(id, key string, value any) error {
	return c.C.Track(id, "sent", map[string]any{"user_" + key: value}) // want `payload of .* skips the sanitizer`
}
