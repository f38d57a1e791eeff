package handlers

import (
	"context"
	"log/slog"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type Contacts interface {
	MarkUnreachable(ctx context.Context, id string) error
}

type Reporting struct {
	Contacts Contacts
	Logger   *slog.Logger
}

// Handle is registered behind the verifier, see main.
func (h *Reporting) Handle(ctx context.Context, ev webhook.Event) error {
	switch ev.Metric {
	case "bounced", "dropped", "spammed":
		if err := h.Contacts.MarkUnreachable(ctx, ev.Data.Identifiers.ID); err != nil {
			return err
		}
	default:
		h.Logger.DebugContext(ctx, "ignored", "metric", ev.Metric)
	}
	return nil
}
