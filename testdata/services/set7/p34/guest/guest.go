// Package guest has hotel guests.
package guest

import "context"

// Guest of the hotel.
type Guest struct {
	Ref   string
	Room  string
	Phone string
	Car   string
}

// Fields for templates.
func (g Guest) Fields() map[string]any {
	return map[string]any{"room": g.Room, "phone": g.Phone, "licence_plate": g.Car}
}

// Channel reaches guests.
type Channel interface {
	Tell(ctx context.Context, g Guest, topic string) error
}

// Concierge picks the channel by topic.
type Concierge struct {
	routes   map[string]Channel
	fallback Channel
}

// NewConcierge returns one with a fallback.
func NewConcierge(fallback Channel) *Concierge {
	return &Concierge{routes: map[string]Channel{}, fallback: fallback}
}

// Route sends a topic through a channel.
func (c *Concierge) Route(topic string, ch Channel) { c.routes[topic] = ch }

// Tell the guest.
func (c *Concierge) Tell(ctx context.Context, g Guest, topic string) error {
	if ch, ok := c.routes[topic]; ok {
		return ch.Tell(ctx, g, topic)
	}
	return c.fallback.Tell(ctx, g, topic)
}
