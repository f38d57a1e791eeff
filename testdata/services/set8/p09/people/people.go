// Package people wraps the client.
package people

import (
	"context"
	"net/http"

	"services/set8/p09/settings"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Directory updates employees.
type Directory struct{ c *customerio.CustomerIO }

// NewDirectory returns a directory.
func NewDirectory(opts ...settings.Option) *Directory {
	s := settings.Apply(opts...)
	return &Directory{c: customerio.NewTrackClient(s.SiteID, s.Secret, customerio.WithHTTPClient(&http.Client{Timeout: s.Timeout}))}
}

// Joined marks the first day.
func (d *Directory) Joined(ctx context.Context, id, team string) error {
	return d.c.TrackCtx(ctx, id, "employee_joined", sanitize.Attributes(map[string]any{"team": team}))
}
