// Package command has the write side of a delivery service.
package command

import (
	"context"
	"errors"
)

// ScheduleDelivery is a command.
type ScheduleDelivery struct {
	CustomerID    string
	StreetAddress string
	Window        string
	Fragile       bool
}

// Handler handles one kind of command.
type Handler[C any] interface {
	Handle(ctx context.Context, c C) error
}

// ErrWindow refuses a command.
var ErrWindow = errors.New("command: no window")
