// Mode: unless-clean.

// Package bus hands messages to whoever subscribes.
package bus

type Message struct {
	Subject string
	Fields  map[string]any
}

type Subscriber interface{ Receive(m Message) error }

type Bus struct{ subs []Subscriber }

func (b *Bus) Subscribe(s Subscriber) { b.subs = append(b.subs, s) }

func (b *Bus) Publish(m Message) {
	for _, s := range b.subs {
		s.Receive(m)
	}
}
