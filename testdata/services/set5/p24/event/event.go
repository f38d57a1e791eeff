package event

import "context"

// Event is something that happened to somebody.
type Event interface {
	Subject() string
	Name() string
	// Public is what may be told outside of this service.
	Public() map[string]any
}

// Listener hears of events.
type Listener interface {
	On(ctx context.Context, e Event) error
}

// Dispatcher hands events to listeners.
type Dispatcher struct{ listeners []Listener }

func NewDispatcher(ls ...Listener) *Dispatcher { return &Dispatcher{listeners: ls} }

func (d *Dispatcher) Dispatch(ctx context.Context, events ...Event) error {
	for _, e := range events {
		for _, l := range d.listeners {
			if err := l.On(ctx, e); err != nil {
				return err
			}
		}
	}
	return nil
}
