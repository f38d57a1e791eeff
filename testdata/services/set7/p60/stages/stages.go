// Package stages tells candidates where they are.
package stages

import (
	"context"

	"services/set7/p60/feed"
)

// Tell is how candidates are told.
type Tell func(ctx context.Context, candidate, event string, data map[string]any) error

// Throttle a Tell: one event per candidate and run.
func Throttle(next Tell) Tell {
	told := map[string]struct{}{}
	return func(ctx context.Context, candidate, event string, data map[string]any) error {
		if _, ok := told[candidate]; ok {
			return nil
		}
		told[candidate] = struct{}{}
		return next(ctx, candidate, event, data)
	}
}

// Advance tells one candidate.
func Advance(ctx context.Context, tell Tell, a feed.Application) error {
	event := "application_updated"
	if a.Stage == "hired" {
		event = "candidate_hired"
	}
	return tell(ctx, a.Candidate, event, map[string]any{
		"title":  a.Position.Title,
		"remote": a.Position.Remote,
		"stage":  a.Stage,
		"tags":   len(a.Position.Tags),
	})
}
