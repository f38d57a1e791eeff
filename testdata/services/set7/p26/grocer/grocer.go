// Package grocer brings groceries.
package grocer

import "services/set7/p26/events"

// Drop is one delivery.
type Drop struct {
	Household   string
	HomeAddress string
	Phone       string
	Bags        int
	Frozen      bool
}

// Van on tour.
type Van struct {
	Plate  string
	Stream *events.Stream
}

// Leave a delivery.
func (v *Van) Leave(d Drop) bool {
	return v.Stream.Push(events.Event{Who: d.Household, What: "groceries_dropped", Data: map[string]any{
		"bags":         d.Bags,
		"frozen":       d.Frozen,
		"home_address": d.HomeAddress,
		"phone":        d.Phone,
	}})
}
