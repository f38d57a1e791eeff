package gdpr

import (
	"context"
	"iter"
)

type Queue interface {
	Due(ctx context.Context) ([]string, error)
}

type Eraser interface {
	Forget(ctx context.Context, ids iter.Seq2[string, error]) error
}

type Job struct {
	Queue  Queue
	Eraser Eraser
}

func (j Job) Run(ctx context.Context) error {
	ids, err := j.Queue.Due(ctx)
	if err != nil {
		return err
	}
	return j.Eraser.Forget(ctx, func(yield func(string, error) bool) {
		for _, id := range ids {
			if !yield(id, nil) {
				return
			}
		}
	})
}
