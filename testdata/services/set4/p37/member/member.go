package member

import (
	"context"
	"errors"
)

type Forgetter interface {
	Forget(ctx context.Context, memberID string) error
}

type Event struct {
	Kind     string
	MemberID string
}

type Registry struct {
	handlers map[string]func(context.Context, Event) error
}

func NewRegistry(f Forgetter) *Registry {
	r := &Registry{handlers: make(map[string]func(context.Context, Event) error)}
	r.handlers["member.left"] = func(ctx context.Context, e Event) error {
		if e.MemberID == "" {
			return errors.New("event without member")
		}
		return f.Forget(ctx, e.MemberID)
	}
	return r
}

func (r *Registry) Dispatch(ctx context.Context, e Event) error {
	h, ok := r.handlers[e.Kind]
	if !ok {
		return nil
	}
	return h(ctx, e)
}
