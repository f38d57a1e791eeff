// Package shop sells things.
package shop

import (
	"context"
	"fmt"

	"services/set7/p25/jobs"
)

// Checkout of a basket.
type Checkout struct {
	Buyer string
	Items []Item
	Card  struct{ Holder, PAN, CVC string }
}

// Item in a basket.
type Item struct {
	SKU   string
	Cents int
	Count int
}

// Total in cents.
func (c Checkout) Total() (sum int) {
	for _, i := range c.Items {
		sum += i.Cents * i.Count
	}
	return sum
}

// Shop takes orders.
type Shop struct{ Queue *jobs.Queue }

// Buy pays and announces.
func (s *Shop) Buy(ctx context.Context, c Checkout) error {
	if c.Total() == 0 {
		return fmt.Errorf("empty basket of %s", c.Buyer)
	}
	payment := map[string]any{"method": "card", "holder": c.Card.Holder, "card_number": c.Card.PAN}
	return s.Queue.Add(ctx, jobs.Job{Kind: "order_placed", Subject: c.Buyer, Payload: map[string]any{
		"total":   float64(c.Total()) / 100,
		"items":   len(c.Items),
		"payment": payment,
	}})
}
