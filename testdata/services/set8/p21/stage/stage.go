// Package stage has the stages of the card transactions' pipeline.
package stage

import "context"

// Record travels through the pipeline.
type Record struct {
	Customer string
	Fields   map[string]any
}

// Stage reads from one channel and writes to another.
type Stage func(ctx context.Context, in <-chan Record) <-chan Record

// Each makes a stage of a function.
func Each(f func(Record) Record) Stage {
	return func(ctx context.Context, in <-chan Record) <-chan Record {
		out := make(chan Record)
		go func() {
			defer close(out)
			for r := range in {
				select {
				case out <- f(r):
				case <-ctx.Done():
					return
				}
			}
		}()
		return out
	}
}

// Mask is meant to keep only the last digits of the card.
func Mask(r Record) Record {
	pan, ok := r.Fields["card_number"].(string)
	if ok && len(pan) > 4 {
		r.Fields["card_last4"] = pan[len(pan)-4:]
	}
	delete(r.Fields, "cardNumber")
	return r
}
