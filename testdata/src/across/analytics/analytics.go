// Mode: always.

// Package analytics is what a real service puts around the SDK. Its
// parameters are its callers' duty.
package analytics

import (
	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// Client wraps the SDK.
type Client struct{ c *customerio.CustomerIO }

// New makes a client.
func New(c *customerio.CustomerIO) *Client { return &Client{c} }

// Identify passes the attributes on as they are.
func (c *Client) Identify(id string, attrs map[string]any) error { // want Identify:`sends p2 to \(\*customerio.CustomerIO\).Identify`
	return c.c.Identify(id, attrs)
}

// Tracker is what the service depends on.
type Tracker interface {
	Send(e Event) error
}

// Event is sent by a Tracker.
type Event struct {
	Name string
	Data map[string]any
}

// Send sends the event's data; that it does not sanitize it is found here.
func (c *Client) Send(e Event) error { // want Send:`sends p1.Data to \(\*customerio.CustomerIO\).Track`
	return c.c.Track("u1", e.Name, e.Data) // want `payload of \(\*customerio.CustomerIO\).Track skips the sanitizer`
}

// NewEvent makes an event.
func NewEvent(name string, data map[string]any) Event { // want NewEvent:`returns.Data the p1`
	return Event{Name: name, Data: data}
}

// Safely sanitizes what it is given.
func (c *Client) Safely(id string, attrs map[string]any) error { // want Safely:`sends p2 to \(\*customerio.CustomerIO\).Identify`
	return c.c.Identify(id, sanitize.Attributes(attrs))
}

// Note sends one text under a key of its own.
func (c *Client) Note(id, text string) error { // want Note:`sends {note: p2} to \(\*customerio.CustomerIO\).Track`
	return c.c.Track(id, "note", sanitize.Attributes(map[string]any{"note": text}))
}

// Option changes what is sent.
type Option func(*Event)

// With adds an entry.
func With(k string, v any) Option { // want With:`returns a function that writes p0.Data\[\?\] p2`
	return func(e *Event) { e.Data[k] = v }
}

// Opted sends what the options add.
func (c *Client) Opted(opts ...Option) error {
	e := Event{Data: map[string]any{}}
	for _, o := range opts {
		o(&e)
	}
	return c.c.Track("u1", "opted", e.Data)
}

// Builder collects attributes.
type Builder struct{ m map[string]any }

// NewBuilder makes an empty one.
func NewBuilder() *Builder { return &Builder{m: map[string]any{}} }

// Set adds an entry.
func (b *Builder) Set(k string, v any) *Builder { // want Set:`writes p0.m\[\?\] the p2; returns the p0`
	b.m[k] = v
	return b
}

// Drop removes an entry.
func (b *Builder) Drop(k string) { delete(b.m, k) } // want Drop:`removes p0.m\[\?\]`

// Map returns the attributes.
func (b *Builder) Map() map[string]any { return b.m } // want Map:`returns the p0.m`

// Clean is a sanitizer of the program's own.
//
//ciolint:sanitizer
func Clean(m map[string]any) map[string]any { return map[string]any{"plan": m["plan"]} } // want Clean:`sanitizes`

// SendFiltered leaves out what is internal.
func SendFiltered(c *customerio.CustomerIO, m map[string]any) error { // want SendFiltered:`sends p1 to \(\*customerio.CustomerIO\).Identify`
	out := map[string]any{}
	for k, v := range m {
		if k == "internal" || k == "iban" {
			continue
		}
		out[k] = v
	}
	return c.Identify("1", out)
}
