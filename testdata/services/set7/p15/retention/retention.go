// Package retention keeps players.
package retention

import (
	"log/slog"

	customerio "github.com/customerio/go-customerio/v3"
)

// Campaigns reports to Customer.io.
type Campaigns struct{ *customerio.CustomerIO }

// Report implements match.Reporter.
func (c Campaigns) Report(player, event string, data map[string]any) {
	go func() {
		if err := c.Track(player, event, data); err != nil {
			slog.Warn("report", "event", event, "err", err)
		}
	}()
}
