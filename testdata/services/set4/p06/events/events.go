package events

import "context"

type VerificationDone struct {
	CustomerID   string
	Outcome      string
	HasPassport  bool
	NumDocuments int
}

type Listener[E any] interface {
	Handle(ctx context.Context, e E) error
}

type Topic[E any] struct{ listeners []Listener[E] }

func (t *Topic[E]) Subscribe(ls ...Listener[E]) { t.listeners = append(t.listeners, ls...) }

func (t *Topic[E]) Publish(ctx context.Context, e E) error {
	for _, l := range t.listeners {
		if err := l.Handle(ctx, e); err != nil {
			return err
		}
	}
	return nil
}
