// Mode: unless-clean.

// Package domain knows neither the SDK nor the adapter.
package domain

import (
	"context"

	"wiring/constructor/ports"
)

type Signup struct{ tracker ports.Tracker }

func NewSignup(t ports.Tracker) *Signup { return &Signup{tracker: t} }

func (s *Signup) Register(ctx context.Context, id, passport string) error {
	return s.tracker.Identify(ctx, id, map[string]any{"plan": "free", "passport_number": passport})
}

func (s *Signup) Welcome(ctx context.Context, id string) error {
	return s.tracker.Track(ctx, id, "welcomed", map[string]any{"plan": "free"})
}

// Harmless has only what may be sent.
type Harmless struct{ tracker ports.Tracker }

func NewHarmless(t ports.Tracker) *Harmless { return &Harmless{tracker: t} }

func (h *Harmless) Register(ctx context.Context, id string) error {
	return h.tracker.Identify(ctx, id, map[string]any{"plan": "free"})
}
