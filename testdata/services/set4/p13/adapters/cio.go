package adapters

import (
	"log"

	customerio "github.com/customerio/go-customerio/v3"
)

type job struct {
	person, name string
	props        map[string]any
}

// Async records events in the background.
type Async struct {
	jobs chan job
	done chan struct{}
}

func NewAsync(c *customerio.CustomerIO, size int) *Async {
	a := &Async{jobs: make(chan job, size), done: make(chan struct{})}
	go func() {
		defer close(a.done)
		for j := range a.jobs {
			if err := c.Track(j.person, j.name, j.props); err != nil {
				log.Printf("event %s lost: %v", j.name, err)
			}
		}
	}()
	return a
}

func (a *Async) Record(person, name string, props map[string]any) {
	a.jobs <- job{person, name, props}
}

func (a *Async) Close() { close(a.jobs); <-a.done }
