// Package projection turns events into profiles.
package projection

import (
	"context"

	"services/set8/p01/workspace"
)

// Profiles is the port to whatever keeps profiles.
type Profiles interface {
	Put(ctx context.Context, id string, fields map[string]any) error
}

// Projector applies events to profiles.
type Projector struct{ out Profiles }

// New returns a projector that writes to out.
func New(out Profiles) *Projector { return &Projector{out: out} }

// Apply writes one event.
func (p *Projector) Apply(ctx context.Context, e workspace.Event) error {
	switch e := e.(type) {
	case workspace.Opened:
		f := map[string]any{
			"plan":       e.Plan,
			"opened_at":  e.At.Unix(),
			"owner_name": e.Owner.Name,
		}
		f["owner_national_id"] = e.Owner.NationalID
		return p.out.Put(ctx, e.WorkspaceID, f)
	case workspace.SeatsChanged:
		return p.out.Put(ctx, e.WorkspaceID, map[string]any{"seats": e.Seats})
	}
	return nil
}
