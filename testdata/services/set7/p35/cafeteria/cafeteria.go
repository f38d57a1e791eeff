// Package cafeteria sells lunches.
package cafeteria

import (
	"context"
	"time"
)

// Lunch is told of lunches.
type Lunch struct {
	Update func(ctx context.Context, ref string, traits map[string]any) error
}

// Serve a lunch.
func (l Lunch) Serve(ctx context.Context, student, menu string) error {
	return l.Update(ctx, student, map[string]any{"last_lunch": time.Now().Unix(), "menu": menu})
}
