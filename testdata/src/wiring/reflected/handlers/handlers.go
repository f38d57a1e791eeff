// Mode: unless-clean.

// Package handlers gives functions away as values of any type, as a lambda's
// Start takes them: they are called by reflection, with anything.
package handlers

import (
	"context"
	"sync"

	"wiring/reflected/model"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Handler struct{ C *customerio.CustomerIO }

func (h *Handler) Handle(ctx context.Context, e model.Event) error {
	return h.C.Identify(e.ID, e.Attrs)
}

func (h *Handler) Clean(ctx context.Context, e model.Event) error {
	return h.C.Identify(e.ID, sanitize.Attributes(e.Attrs))
}

func start(h *Handler, m *sync.Map) {
	m.Store("handle", h.Handle) // want `payload of \(\*customerio\.CustomerIO\)\.Identify skips the sanitizer when the function given here is called with anything`
	m.Store("clean", h.Clean)
}
