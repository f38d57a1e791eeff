package sinks

import (
	"context"
	"log/slog"

	"services/set5/p37/payout"

	customerio "github.com/customerio/go-customerio/v3"
)

// Log writes kinds of notices to the log.
type Log struct{ *slog.Logger }

func (l Log) Notify(ctx context.Context, n payout.Notice) error {
	l.InfoContext(ctx, "notice", "person", n.Person, "kind", n.Kind)
	return nil
}

// Journeys tracks notices.
type Journeys struct{ cio *customerio.CustomerIO }

func NewJourneys(cio *customerio.CustomerIO) *Journeys { return &Journeys{cio} }

func (j *Journeys) Notify(ctx context.Context, n payout.Notice) error {
	return j.cio.TrackCtx(ctx, n.Person, n.Kind, n.Fields)
}
