// Package step builds a chain of functions around a send.
package step

import "context"

// Send sends an event.
type Send func(ctx context.Context, id, name string, data map[string]any) error

// Step wraps a send.
type Step func(next Send) Send

// Around wraps send by steps; the first one is the outermost.
func Around(send Send, steps ...Step) Send {
	for i := len(steps) - 1; i >= 0; i-- {
		send = steps[i](send)
	}
	return send
}
