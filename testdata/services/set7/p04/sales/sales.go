// Package sales follows up on quotes.
package sales

import (
	"context"
	"fmt"
	"io"

	"services/set7/p04/freight"
)

// Sink takes follow-ups.
type Sink func(ctx context.Context, who, what string, props map[string]any) error

// Option changes a Desk.
type Option func(*Desk)

// WithPrinter prints crate labels.
func WithPrinter(w io.Writer) Option { return func(d *Desk) { d.printer = w } }

// WithSink sets where follow-ups go.
func WithSink(s Sink) Option { return func(d *Desk) { d.sink = s } }

// Desk of the sales team.
type Desk struct {
	printer io.Writer
	sink    Sink
}

// New returns a Desk.
func New(opts ...Option) *Desk {
	d := &Desk{printer: io.Discard, sink: func(context.Context, string, string, map[string]any) error { return nil }}
	for _, o := range opts {
		o(d)
	}
	return d
}

// Accept books a quote.
func (d *Desk) Accept(ctx context.Context, q freight.Quote) error {
	if _, err := fmt.Fprintln(d.printer, q.Label()); err != nil {
		return err
	}
	props := map[string]any{"quote": q.Number, "price": q.Price(), "origin": q.Lane[0], "destination": q.Lane[1]}
	props["city"], props["country"] = q.Consignee.City, q.Consignee.Country
	return d.sink(ctx, q.Consignee.Ref, "quote_accepted", props)
}
