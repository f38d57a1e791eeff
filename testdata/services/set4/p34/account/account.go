package account

import (
	"context"
	"errors"
)

// Processor is somebody who holds data of ours.
type Processor interface {
	Name() string
	Forget(ctx context.Context, userID string) error
}

type Users interface {
	Remove(ctx context.Context, userID string) error
}

type Closer struct {
	users      Users
	processors []Processor
}

func NewCloser(users Users, ps ...Processor) *Closer { return &Closer{users, ps} }

func (c *Closer) Close(ctx context.Context, userID string) error {
	var errs []error
	for _, p := range c.processors {
		if err := p.Forget(ctx, userID); err != nil {
			errs = append(errs, errors.New(p.Name()+": "+err.Error()))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	return c.users.Remove(ctx, userID)
}
