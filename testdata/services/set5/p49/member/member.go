package member

import (
	"context"
	"sort"
)

// Member is a member of the alpine club.
type Member struct {
	ID       string
	Ref      string `pii:"never"` // number in the national register
	Branch   string
	Joined   int
	Meetings []string
}

type Store interface {
	Changed(ctx context.Context, since int64) ([]Member, error)
}

// Exporter takes one member's fields.
type Exporter interface {
	Export(ctx context.Context, id string, fields map[string]any) error
}

// Fields returns what is exported.
func Fields(m Member) map[string]any {
	sort.Strings(m.Meetings)
	return map[string]any{
		"branch":         m.Branch,
		"joined_year":    m.Joined,
		"meetings":       len(m.Meetings),
		"membership_ref": m.Ref,
	}
}
