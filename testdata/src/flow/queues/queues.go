// Mode: unless-clean.

// Package queues sends in the background what methods put into a queue.
package queues

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type job struct {
	id, event string
	data      map[string]any
}

// literal has the loop in a function literal.
type literal struct{ jobs chan job }

func newLiteral(c *customerio.CustomerIO) *literal {
	l := &literal{jobs: make(chan job, 8)}
	go func() {
		for j := range l.jobs {
			c.Track(j.id, j.event, j.data)
		}
	}()
	return l
}

func (l *literal) put(id, event string, data map[string]any) { l.jobs <- job{id, event, data} }

func useLiteral(l *literal, v string) {
	l.put("1", "e", map[string]any{"ssn": v}) // want `never-send key "ssn"`
}

// cleaned sanitizes before it queues.
type cleaned struct{ jobs chan job }

func newCleaned(c *customerio.CustomerIO) *cleaned {
	l := &cleaned{jobs: make(chan job, 8)}
	go func() {
		for j := range l.jobs {
			c.Track(j.id, j.event, j.data)
		}
	}()
	return l
}

func (l *cleaned) put(id, event string, data map[string]any) {
	l.jobs <- job{id, event, sanitize.Attributes(data)}
}

func useCleaned(l *cleaned, v string) { l.put("1", "e", map[string]any{"ssn": v}) }

// Exported is filled by other packages, whose duty it is.
type Exported struct{ jobs chan *job }

func NewExported(c *customerio.CustomerIO) *Exported {
	e := &Exported{jobs: make(chan *job)}
	go e.loop(c)
	return e
}

func (e *Exported) loop(c *customerio.CustomerIO) {
	for j := range e.jobs {
		c.Track(j.id, j.event, j.data)
	}
}

func (e *Exported) Put(id, event string, data map[string]any) { e.jobs <- &job{id, event, data} } // want Put:"sends p3 to \\(\\*customerio.CustomerIO\\).Track"

// slice keeps what it has to send in a slice.
type slice struct {
	c   *customerio.CustomerIO
	out []map[string]any
}

func newSlice(c *customerio.CustomerIO) *slice {
	s := &slice{c: c}
	go func() {
		for _, m := range s.out {
			c.Identify("1", m)
		}
	}()
	return s
}

func (s *slice) add(m map[string]any) { s.out = append(s.out, m) }

func useSlice(s *slice, v string) {
	s.add(map[string]any{"iban": v}) // want `never-send key "iban"`
}
