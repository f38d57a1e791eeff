package gdpr

import (
	"context"
	"errors"
	"fmt"
)

type Eraser interface {
	Erase(ctx context.Context, id string) error
}

type Named struct {
	Name string
	Eraser
}

type Report struct{ Done, Failed int }

// Forget asks every system, and goes on when one of them fails.
func Forget(ctx context.Context, ids []string, systems ...Named) (Report, error) {
	var rep Report
	var errs []error
	for _, id := range ids {
		ok := true
		for _, s := range systems {
			if err := s.Erase(ctx, id); err != nil {
				ok = false
				errs = append(errs, fmt.Errorf("%s: %w", s.Name, err))
			}
		}
		if ok {
			rep.Done++
		} else {
			rep.Failed++
		}
	}
	return rep, errors.Join(errs...)
}
