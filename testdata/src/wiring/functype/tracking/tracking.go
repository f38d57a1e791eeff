// Mode: unless-clean.

// Package tracking makes trackers of functions, as net/http makes handlers.
package tracking

import (
	"wiring/functype/domain"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type trackFunc func(who string, props map[string]any) error

func (f trackFunc) Track(who string, props map[string]any) error { return f(who, props) }

func Remote(c *customerio.CustomerIO) domain.Tracker {
	return trackFunc(func(who string, props map[string]any) error { return c.Track(who, "seen", props) })
}

func Clean(c *customerio.CustomerIO) domain.Tracker {
	return trackFunc(func(who string, props map[string]any) error {
		return c.Track(who, "seen", sanitize.Attributes(props))
	})
}
