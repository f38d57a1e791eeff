package loans

import (
	"context"
	"maps"
)

type Application struct {
	Customer string
	Product  string
	Cents    int64
	SSN      string
}

// Fields is the application for the scoring service.
func (a Application) Fields() map[string]any {
	return map[string]any{
		"product": a.Product,
		"cents":   a.Cents,
		"ssn":     a.SSN,
	}
}

type Scorer interface {
	Score(ctx context.Context, fields map[string]any) (int, error)
}

type Tracker interface {
	TrackApplication(ctx context.Context, customer string, fields map[string]any) error
}

type Desk struct {
	scorer  Scorer
	tracker Tracker
}

func NewDesk(s Scorer, t Tracker) Desk { return Desk{s, t} }

func (d Desk) Apply(ctx context.Context, a Application) (bool, error) {
	fields := a.Fields()
	score, err := d.scorer.Score(ctx, fields)
	if err != nil {
		return false, err
	}
	public := maps.Clone(fields)
	delete(public, "ssn")
	public["accepted"] = score > 600
	return score > 600, d.tracker.TrackApplication(ctx, a.Customer, public)
}
