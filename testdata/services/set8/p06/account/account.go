// Package account announces changes of bank accounts.
package account

import "context"

// Announce is the port, a function.
type Announce func(ctx context.Context, customer, event string, facts map[string]any) error

// Wrap is a decorator.
type Wrap func(Announce) Announce

// Chain applies decorators; the first one is outermost.
func Chain(base Announce, outer, inner Wrap) Announce {
	return outer(inner(base))
}

// Desk is the domain.
type Desk struct{ announce Announce }

// NewDesk returns a desk.
func NewDesk(a Announce) *Desk { return &Desk{announce: a} }

// Opened announces a new account.
func (d *Desk) Opened(ctx context.Context, customer, product string) error {
	return d.announce(ctx, customer, "account_opened", map[string]any{"product": product})
}
