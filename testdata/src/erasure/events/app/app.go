// Mode: never.

// Package main names the events that mean a deletion.
package main

import (
	"context"

	"erasure/events/bus"
)

const UserDeleted = "User Deleted"

func wrongParam(ctx context.Context, b *bus.Bus, id string) error {
	return b.Emit(ctx, id, "User Deleted") // want `person deleted by`
}

func wrongConst(ctx context.Context, b *bus.Bus, id string) error {
	return b.Emit(ctx, id, UserDeleted) // want `person deleted by`
}

func wrongField(ctx context.Context, b *bus.Bus, id string) error {
	return b.Send(ctx, bus.Event{User: id, Name: "User Deleted"}) // want `person deleted by`
}

func wrongFieldPtr(ctx context.Context, b *bus.Bus, id string) error {
	e := &bus.Event{User: id, Name: UserDeleted}
	return b.SendPtr(ctx, e) // want `person deleted by`
}

func wrongElse(ctx context.Context, b *bus.Bus, id, other string) error {
	if err := b.Emit(ctx, other, "User Suppressed"); err != nil {
		return err
	}
	return b.Emit(ctx, id, "User Deleted") // want `person deleted by`
}

func right(ctx context.Context, b *bus.Bus, id string) error {
	if err := b.Emit(ctx, id, "User Suppressed"); err != nil {
		return err
	}
	return b.Emit(ctx, id, "User Deleted")
}

func rightField(ctx context.Context, b *bus.Bus, id string) error {
	if err := b.Send(ctx, bus.Event{User: id, Name: "User Suppressed"}); err != nil {
		return err
	}
	return b.SendPtr(ctx, &bus.Event{User: id, Name: "User Deleted"})
}

func rightOther(ctx context.Context, b *bus.Bus, id string) error {
	if err := b.Emit(ctx, id, "Order Deleted"); err != nil {
		return err
	}
	return b.Send(ctx, bus.Event{User: id, Name: "Login"})
}
func main() {}
