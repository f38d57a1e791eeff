// Package calls follows video calls.
package calls

import "time"

// Party of a call.
type Party interface {
	Key() string
	Locale() string
}

// Listener hears of finished calls.
type Listener interface {
	Finished(who, locale string, seconds int) error
}

// Room of a call.
type Room struct {
	listener Listener
	started  time.Time
	parties  []Party
}

// SetListener replaces the listener.
func (r *Room) SetListener(l Listener) { r.listener = l }

// Join adds a party.
func (r *Room) Join(p Party) {
	if len(r.parties) == 0 {
		r.started = time.Now()
	}
	r.parties = append(r.parties, p)
}

// Close ends the call.
func (r *Room) Close() error {
	secs := int(time.Since(r.started).Seconds())
	for _, p := range r.parties {
		if err := r.listener.Finished(p.Key(), p.Locale(), secs); err != nil {
			return err
		}
	}
	r.parties = r.parties[:0]
	return nil
}
