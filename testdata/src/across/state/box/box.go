// Mode: unless-clean.

// Package box keeps things for others: texts and structs, in fields and lists.
package box

import (
	"encoding/json"
	"sync"
)

type Person struct{ ID, Diagnosis string }

func (p Person) Name() string { return p.ID }

type Box struct {
	mu      sync.Mutex
	waiting []Person
	note    string
}

func (b *Box) Put(p Person) { // want Put:`writes p0.waiting`
	b.mu.Lock()
	defer b.mu.Unlock()
	b.waiting = append(b.waiting, p)
}

func (b *Box) All() []Person { return b.waiting }

func (b *Box) SetNote(s string) { b.note = s } // want SetNote:`writes p0.note p1`

func (b *Box) Note() string { return b.note }

type Deliver func(subject string, fields map[string]any) error

// A List keeps things of any type that has a name.
type List[T interface{ Name() string }] struct{ items []T }

func (l *List[T]) Put(t T) { l.items = append(l.items, t) }

func (l *List[T]) All() []T { return l.items }

// Flush delivers the JSON form of all.
func (l *List[T]) Flush(deliver Deliver) error {
	for _, t := range l.items {
		if err := send(t, deliver); err != nil {
			return err
		}
	}
	return nil
}

// send is generic, and called by a generic function for its own type alone.
func send[T interface{ Name() string }](t T, deliver Deliver) error {
	text, err := json.Marshal(t)
	if err != nil {
		return err
	}
	fields := map[string]any{}
	if err := json.Unmarshal(text, &fields); err != nil {
		return err
	}
	return deliver(t.Name(), fields)
}
