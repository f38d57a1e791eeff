// Package plays has performances.
package plays

import (
	"context"
	"fmt"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

// Seat that was sold.
type Seat struct {
	Guest string
	Phone string
	Row   string
	No    int
}

// Performance of a play.
type Performance struct {
	Title string
	Stage string
	When  time.Time
	Seats []Seat
}

// House sends broadcasts.
type House struct {
	API      *customerio.APIClient
	Campaign int
}

// Delay a performance and tell everybody.
func (h *House) Delay(ctx context.Context, p *Performance, by time.Duration) error {
	p.When = p.When.Add(by)
	per := make([]map[string]any, 0, len(p.Seats))
	for _, s := range p.Seats {
		per = append(per, map[string]any{
			"id":   s.Guest,
			"data": map[string]any{"seat": fmt.Sprintf("%s%d", s.Row, s.No), "text_message": s.Phone != ""},
		})
	}
	data := map[string]any{"title": p.Title, "stage": p.Stage, "starts": p.When.Format("15:04")}
	yes := true
	_, err := h.API.TriggerBroadcast(ctx, h.Campaign, data,
		customerio.BroadcastRecipients{PerUserData: per},
		customerio.BroadcastOptions{IDIgnoreMissing: &yes},
	)
	return err
}
