package outbox

import "maps"

type Message struct {
	To   string
	Kind string
	Body map[string]any
}

type Sender func(Message) error

type Step func(Sender) Sender

// Chain builds a sender: the first step sees a message first.
func Chain(last Sender, steps ...Step) Sender {
	for i := len(steps) - 1; i >= 0; i-- {
		last = steps[i](last)
	}
	return last
}

func Stamp(version int) Step {
	return func(next Sender) Sender {
		return func(m Message) error {
			body := maps.Clone(m.Body)
			body["schema_version"] = version
			m.Body = body
			return next(m)
		}
	}
}
