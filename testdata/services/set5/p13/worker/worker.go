package worker

import (
	"context"
	"encoding/json"
	"log/slog"
)

// Message is one of the queue.
type Message struct {
	Body []byte
	Ack  func()
	Nack func()
}

// Workspace is what the worker needs of the marketing platform.
type Workspace interface {
	Suppress(ctx context.Context, id string) error
	Remove(ctx context.Context, id string) error
}

type Worker struct {
	In <-chan Message
	WS Workspace
}

type accountClosed struct {
	AccountID string `json:"account_id"`
	Reason    string `json:"reason"`
}

// Run handles messages until the channel is closed.
func (w *Worker) Run(ctx context.Context) {
	for m := range w.In {
		var e accountClosed
		if err := json.Unmarshal(m.Body, &e); err != nil {
			slog.Error("malformed message", "err", err)
			m.Ack()
			continue
		}
		if err := w.forget(ctx, e.AccountID); err != nil {
			slog.Error("forget", "account", e.AccountID, "err", err)
			m.Nack()
			continue
		}
		m.Ack()
	}
}

func (w *Worker) forget(ctx context.Context, id string) error {
	if err := w.WS.Remove(ctx, id); err != nil {
		return err
	}
	return w.WS.Suppress(ctx, id)
}
