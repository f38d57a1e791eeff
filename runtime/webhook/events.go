package webhook

import (
	"context"
	"fmt"
	"net/http"
)

// Events calls handle with each event that [Verifier.Verify] accepts, and answers for it: with 200 if handle returns nil
// or, with [Config.Duplicates], if the event was handled before.
//
// An error of handle is answered with 503, after which Customer.io sends the event again soon; for most other statuses
// it waits an hour. What is verified but no event (see [ParseEvent]) is answered with 400. Both go to [Config.OnReject],
// and the texts go nowhere else. Until an event is answered with 2xx, or for seven days, later ones wait behind it: so
// return nil for an event that does not concern you, or that will never work.
//
// The context ends when the sender gives up, which Customer.io does after four seconds. Do what takes longer after the
// answer, from a queue of your own.
func (v *Verifier) Events(handle func(ctx context.Context, event Event) error) http.Handler {
	if handle == nil {
		handle = func(context.Context, Event) error { return errNoFunction }
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := v.receive(w, r)
		if err != nil {
			v.reject(w, r, err)
			return
		}
		event, err := ParseEvent(body)
		if err != nil {
			v.reject(w, r, err)
			return
		}
		if err := v.deliver(r.Context(), event, handle); err != nil {
			v.answer(w, r, err, http.StatusServiceUnavailable)
		}
	})
}

var errNoFunction = fmt.Errorf("%w: Events got no function", ErrConfig)

// deliver calls handle unless the event was handled before.
func (v *Verifier) deliver(ctx context.Context, event Event, handle func(context.Context, Event) error) error {
	if v.config.Duplicates == nil {
		return handle(ctx, event)
	}
	_, err := v.config.Duplicates.Do(ctx, event.EventID, func() error { return handle(ctx, event) })
	return err
}
