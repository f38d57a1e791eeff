// Mode: never.

// Package workers sends in a worker that reads jobs from a channel.
package workers

import (
	customerio "github.com/customerio/go-customerio/v3"
)

// The map is sent by a worker that reads jobs from a channel of structs.
type job struct {
	id   string
	data map[string]any
}

func startWorker(c *customerio.CustomerIO) chan<- job {
	jobs := make(chan job, 8)
	go func() {
		for j := range jobs {
			c.Identify(j.id, j.data)
		}
	}()
	return jobs
}

func enqueued(c *customerio.CustomerIO, v string) {
	jobs := startWorker(c)
	jobs <- job{"u1", map[string]any{"iban": v}} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}
