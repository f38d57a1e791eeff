// Mode: unless-clean.

// Package crm sends what is in messages: those who put them together are told.
package crm

import (
	"context"

	"wiring/messages/bus"

	customerio "github.com/customerio/go-customerio/v3"
)

type Profiles struct{ C *customerio.CustomerIO }

func (p Profiles) Receive(m bus.Message) error { return p.C.Identify(m.Subject, m.Fields) }

type Ack struct{ Count int }

// Update has the shape of a remote call, whose request comes from outside.
func (p Profiles) Update(_ context.Context, m *bus.Message) (*Ack, error) {
	return &Ack{1}, p.C.Identify(m.Subject, m.Fields) // want `skips the sanitizer`
}

type own struct{ fields map[string]any }

// own is a struct of this package, whose fields are judged where they are sent.
func (p Profiles) own(o own) error {
	return p.C.Identify("1", o.fields) // want `skips the sanitizer`
}
