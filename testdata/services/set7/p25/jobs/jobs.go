// Package jobs is a queue in memory.
package jobs

import "context"

// Job to be done.
type Job struct {
	Kind    string
	Subject string
	Payload map[string]any
	Tries   int
}

// Queue of jobs.
type Queue struct{ c chan Job }

// NewQueue returns a queue for n jobs.
func NewQueue(n int) *Queue { return &Queue{c: make(chan Job, n)} }

// Add a job, unless the context ends first.
func (q *Queue) Add(ctx context.Context, j Job) error {
	select {
	case q.c <- j:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Work handles jobs until the context ends.
func (q *Queue) Work(ctx context.Context, do func(context.Context, Job) error) {
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-q.c:
			if err := do(ctx, j); err != nil && j.Tries < 3 {
				j.Tries++
				q.c <- j
			}
		}
	}
}
