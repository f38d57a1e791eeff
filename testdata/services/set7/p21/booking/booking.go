// Package booking has the trips of travellers.
package booking

import "time"

// Traveller on a trip.
type Traveller struct {
	ID, Email, Name string
	Tel             string
}

// Leg of a trip.
type Leg struct {
	From, To string
	Carrier  string
	Departs  time.Time
}

// Trip that was booked.
type Trip struct {
	Locator string
	Lead    Traveller
	Legs    []Leg
	Changed bool
}

// Itinerary is a list for templates.
func (t *Trip) Itinerary() []map[string]any {
	out := make([]map[string]any, 0, len(t.Legs))
	for _, l := range t.Legs {
		out = append(out, map[string]any{"from": l.From, "to": l.To, "carrier": l.Carrier, "departs": l.Departs.Format(time.RFC1123)})
	}
	return out
}
