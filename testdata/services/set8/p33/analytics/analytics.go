// Package analytics subscribes to topics.
package analytics

import (
	"context"
	"log/slog"

	"services/set8/p33/login"

	"github.com/customerio/go-customerio/v3"
)

// Listener tracks.
type Listener struct{ track *customerio.CustomerIO }

// New returns a listener.
func New(c *customerio.CustomerIO) *Listener { return &Listener{c} }

// Challenged tracks a challenge.
func (l *Listener) Challenged(ctx context.Context, e login.Challenged) {
	data := map[string]any{
		"channel":  e.Channel,
		"otp_code": e.OTPCode,
	}
	if err := l.track.TrackCtx(ctx, e.UserID, "login_challenged", data); err != nil {
		slog.Error("track", "err", err)
	}
}
