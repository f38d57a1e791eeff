package projection

import (
	"context"

	"services/set9/p01/hiring"
)

type ProfileStore interface {
	Upsert(ctx context.Context, id string, fields map[string]any) error
}

type Profile struct{ store ProfileStore }

func NewProfile(s ProfileStore) *Profile { return &Profile{store: s} }

func (p *Profile) Handle(ctx context.Context, id string, e hiring.Event) error {
	fields := map[string]any{"last_event": e.Kind()}
	switch ev := e.(type) {
	case hiring.CandidateApplied:
		fields["position"] = ev.Position
		fields["source"] = ev.Source
	case hiring.OfferAccepted:
		fields["starts_on"] = ev.StartsOn.Unix()
		fields["seniority"] = ev.Seniority
		fields["ssn"] = ev.SocialSecurityNumber
	case hiring.Withdrawn:
		fields["withdrawn"] = true
	}
	return p.store.Upsert(ctx, id, fields)
}
