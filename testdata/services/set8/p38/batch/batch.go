// Package batch erases former employees.
package batch

import (
	"context"
	"errors"
	"fmt"
)

// Eraser erases one person.
type Eraser interface {
	Erase(ctx context.Context, id string) error
}

// Result of a batch.
type Result struct {
	Erased int
	Failed []int
}

// Run tries everybody.
func Run(ctx context.Context, e Eraser, ids []string) (Result, error) {
	var res Result
	var errs []error
	for i, id := range ids {
		if err := e.Erase(ctx, id); err != nil {
			res.Failed = append(res.Failed, i)
			errs = append(errs, fmt.Errorf("line %d: %w", i+1, err))
			continue
		}
		res.Erased++
	}
	return res, errors.Join(errs...)
}
