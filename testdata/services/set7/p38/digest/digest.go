// Package digest sends the weekly digest.
package digest

import (
	"context"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p38/plays"
)

// Weekly digest.
type Weekly struct {
	Plays *plays.Client
	CIO   *customerio.CustomerIO
	Goal  int
}

// Send a digest to everybody who linked a service.
func (d *Weekly) Send(ctx context.Context, links <-chan plays.Link) (sent int, err error) {
	for l := range links {
		w, err := d.Plays.Week(ctx, l)
		if err != nil {
			return sent, err
		}
		_, number := time.Now().ISOWeek()
		attrs := map[string]any{
			"week":     number,
			"tracks":   w.Tracks,
			"hours":    w.Hours,
			"badge":    w.Badge,
			"goal_met": w.Tracks >= d.Goal,
		}
		if err := d.CIO.TrackCtx(ctx, l.UserID, "weekly_digest", attrs); err != nil {
			return sent, err
		}
		sent++
	}
	return sent, nil
}
