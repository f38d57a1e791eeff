// Package points books loyalty points.
package points

import (
	"context"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p09/config"
)

// Ledger of points.
type Ledger struct {
	cio     *customerio.CustomerIO
	timeout time.Duration
	totals  map[string]int
}

// NewLedger returns an empty ledger.
func NewLedger(s config.Settings) *Ledger {
	return &Ledger{
		cio:     customerio.NewTrackClient(s.CRMSite, s.CRMKey),
		timeout: s.Timeout,
		totals:  make(map[string]int, s.MaxBatch),
	}
}

// Add books points.
func (l *Ledger) Add(member string, n int) error {
	l.totals[member] += n
	ctx, cancel := context.WithTimeout(context.Background(), l.timeout)
	defer cancel()
	return l.cio.IdentifyCtx(ctx, member, map[string]any{"points": l.totals[member], "tier": tier(l.totals[member])})
}

func tier(n int) string {
	switch {
	case n > 10_000:
		return "gold"
	case n > 1_000:
		return "silver"
	}
	return "blue"
}
