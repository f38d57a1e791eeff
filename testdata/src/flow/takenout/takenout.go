// Mode: never.

// Package takenout takes what is in a field, and puts nothing in its place.
package takenout

import customerio "github.com/customerio/go-customerio/v3"

type queue struct {
	c     *customerio.CustomerIO
	attrs map[string]any
	all   []map[string]any
}

func (q *queue) add(m map[string]any) { q.all = append(q.all, m) }

func (q *queue) flush() {
	all := q.all
	q.all = nil
	for _, m := range all {
		q.c.Track("u1", "seen", m)
	}
}

func (q *queue) swap(next map[string]any) {
	attrs := q.attrs
	q.attrs = next
	q.c.Identify("u1", attrs)
}

func telling(c *customerio.CustomerIO, number, plan string) {
	q := &queue{c: c, attrs: map[string]any{"ssn": number}} // want `never-send key "ssn"`
	q.add(map[string]any{"cvv": number})                    // want `never-send key "cvv"`
	q.flush()
	q.swap(map[string]any{"plan": plan})
}

func harmless(c *customerio.CustomerIO, plan string) {
	q := &queue{c: c, attrs: map[string]any{"plan": plan}}
	q.add(map[string]any{"plan": plan})
	q.flush()
	q.swap(nil)
}

// What is put in its place is what is sent.
func (q *queue) replaced() {
	before := q.attrs
	q.attrs = map[string]any{"plan": len(before)}
	q.c.Identify("u1", q.attrs)
}

func counted(c *customerio.CustomerIO, number string) {
	q := &queue{c: c, attrs: map[string]any{"ssn": number}}
	q.replaced()
}
