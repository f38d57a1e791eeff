// Package feedback asks for ratings.
package feedback

import customerio "github.com/customerio/go-customerio/v3"

// Asker sends a survey after a call.
type Asker struct{ c *customerio.CustomerIO }

// New returns an Asker.
func New(c *customerio.CustomerIO) *Asker { return &Asker{c} }

// Finished implements calls.Listener.
func (a *Asker) Finished(who, locale string, seconds int) error {
	if seconds < 60 {
		return nil
	}
	return a.c.Track(who, "call_finished", map[string]any{"minutes": seconds / 60, "locale": locale})
}
