// Package events has the events of the product and their dispatcher.
package events

import "context"

// Registered is published when an account was made.
type Registered struct {
	Account  string
	Password string
	Plan     string
	Seats    int
}

// PasswordChanged is published after a change of password.
type PasswordChanged struct {
	Account     string
	NewPassword string
}

// Listener is told of events.
type Listener func(ctx context.Context, event any) error

// Dispatcher tells listeners.
type Dispatcher struct{ listeners []Listener }

// On adds a listener.
func (d *Dispatcher) On(l Listener) { d.listeners = append(d.listeners, l) }

// Emit tells all listeners, until one fails.
func (d *Dispatcher) Emit(ctx context.Context, event any) error {
	for _, l := range d.listeners {
		if err := l(ctx, event); err != nil {
			return err
		}
	}
	return nil
}
