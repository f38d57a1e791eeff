// Mode: never.

// Package decorator wraps what deletes.
package decorator

import (
	"context"
	"log"
)

type deleter interface {
	Delete(ctx context.Context, id string) error
}

// Logged says what the next one did.
type Logged struct{ Next deleter }

// Delete deletes by the next one.
func (l Logged) Delete(ctx context.Context, id string) error {
	err := l.Next.Delete(ctx, id)
	log.Print("deleted", err)
	return err
}
