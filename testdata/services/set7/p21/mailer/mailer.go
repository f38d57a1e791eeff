// Package mailer is the one place that sends emails.
package mailer

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

// Mailer sends emails.
type Mailer struct {
	app  *customerio.APIClient
	from string
}

// Option of a Mailer.
type Option func(*Mailer)

// From sets the sender.
func From(addr string) Option { return func(m *Mailer) { m.from = addr } }

// New returns a Mailer.
func New(app *customerio.APIClient, opts ...Option) *Mailer {
	m := &Mailer{app: app, from: "no-reply@example.com"}
	for _, o := range opts {
		o(m)
	}
	return m
}

// Send renders a template for one recipient.
func (m *Mailer) Send(ctx context.Context, template, id, to string, data map[string]any) error {
	req := &customerio.SendEmailRequest{TransactionalMessageID: template, From: m.from, To: to, MessageData: data}
	req.Identifiers = map[string]string{"id": id}
	_, err := m.app.SendEmail(ctx, req)
	return err
}
