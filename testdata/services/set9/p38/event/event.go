package event

import (
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type Event struct {
	Name string
	who  string
	data map[string]any
}

type Opt func(*Event)

func For(id string) Opt            { return func(e *Event) { e.who = id } }
func Field(k string, v any) Opt    { return func(e *Event) { e.data[k] = v } }
func At(k string, t time.Time) Opt { return Field(k, t.UTC().Format(time.RFC3339)) }

// New applies the options, and seals the event: what it holds is sanitized.
func New(name string, opts ...Opt) Event {
	e := Event{Name: name, data: map[string]any{}}
	for _, o := range opts {
		o(&e)
	}
	e.data = sanitize.Attributes(e.data)
	return e
}

func (e Event) Who() string          { return e.who }
func (e Event) Data() map[string]any { return e.data }
