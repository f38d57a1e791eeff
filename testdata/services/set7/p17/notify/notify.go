// Package notify builds and sends notices to employees.
package notify

import (
	"context"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

// Notice is an event under construction.
type Notice struct {
	name   string
	at     time.Time
	fields map[string]any
}

// Option adds to a notice.
type Option func(*Notice)

// With adds a field.
func With(key string, value any) Option { return func(n *Notice) { n.fields[key] = value } }

// At sets the time.
func At(t time.Time) Option { return func(n *Notice) { n.at = t } }

// Sender sends notices.
type Sender struct{ client *customerio.CustomerIO }

// NewSender returns a Sender.
func NewSender(c *customerio.CustomerIO) *Sender { return &Sender{client: c} }

// Send builds a notice and sends it.
func (s *Sender) Send(ctx context.Context, employee, name string, opts ...Option) error {
	n := &Notice{name: name, at: time.Now(), fields: map[string]any{}}
	for _, o := range opts {
		o(n)
	}
	return s.client.TrackCtx(ctx, employee, n.name, n.fields, customerio.WithEventTimestamp(n.at))
}
