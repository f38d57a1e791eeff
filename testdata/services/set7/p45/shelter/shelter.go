// Package shelter follows adoption emails.
package shelter

import (
	"context"
	"fmt"
	"net/http"

	"github.com/ciolint/ciolint/runtime/webhook"

	"services/set7/p45/env"
)

// Shelter for pets.
type Shelter struct {
	verifier *webhook.Verifier
	replies  chan string
}

// New returns a Shelter.
func New(s env.Stage) (*Shelter, error) {
	v, err := webhook.NewVerifier(s.HookSecret)
	if err != nil {
		return nil, fmt.Errorf("stage %s: %w", s.Name, err)
	}
	sh := &Shelter{verifier: v, replies: make(chan string, 100)}
	for range s.Workers {
		go sh.work()
	}
	return sh, nil
}

func (s *Shelter) work() {
	for id := range s.replies {
		fmt.Println("call back", id)
	}
}

// Handler of the webhook.
func (s *Shelter) Handler() http.Handler {
	return s.verifier.Events(func(ctx context.Context, ev webhook.Event) error {
		if ev.Metric != "clicked" {
			return nil
		}
		select {
		case s.replies <- ev.Data.Identifiers.ID:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
}
