// Mode: always.

// Package mailers has services whose methods merely share a verb with the SDK.
package mailers

import (
	"context"
	"log/slog"

	sdk "github.com/customerio/go-customerio/v3"
)

type smtp struct{ from string }

func (s smtp) SendEmail(ctx context.Context, to string, data map[string]any) error { return nil }

type metrics struct{ rows []map[string]any }

func (m *metrics) Track(id, event string, data map[string]any) { m.rows = append(m.rows, data) }

type directory interface {
	Identify(id string, attrs map[string]any) error
}

type localDirectory map[string]map[string]any

func (d localDirectory) Identify(id string, attrs map[string]any) error {
	d[id] = attrs
	return nil
}

func sendEmailOfAnotherService(ctx context.Context, s smtp, v string) {
	s.SendEmail(ctx, "pat@example.com", map[string]any{"password": v})
}

func trackOfAnotherService(m *metrics, v string) {
	m.Track("u1", "paid", map[string]any{"card_number": v})
}

func identifyOfAnotherService(d localDirectory, v string) {
	d.Identify("u1", map[string]any{"ssn": v})
}

func loggedButNotSent(ctx context.Context, c *sdk.CustomerIO, v string) {
	slog.InfoContext(ctx, "deleted", "ssn", v)
	c.DeleteCtx(ctx, "u1") // want `person deleted by`
}
