// Package handlers has command handlers.
package handlers

import (
	"context"

	"services/set8/p35/command"
)

// Projections is the read side's port.
type Projections interface {
	Project(ctx context.Context, id string, state map[string]any) error
}

// Schedule handles ScheduleDelivery.
type Schedule struct{ read Projections }

// SetProjections wires the read side.
func (h *Schedule) SetProjections(p Projections) { h.read = p }

// Handle implements command.Handler.
func (h *Schedule) Handle(ctx context.Context, c command.ScheduleDelivery) error {
	if c.Window == "" {
		return command.ErrWindow
	}
	state := map[string]any{"delivery_window": c.Window, "fragile": c.Fragile}
	state["street_address"] = c.StreetAddress
	return h.read.Project(ctx, c.CustomerID, state)
}
