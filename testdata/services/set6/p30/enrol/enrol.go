package enrol

import (
	"fmt"

	"github.com/customerio/go-customerio/v3"
)

type Member struct {
	NationalID string
	Programme  string
	Language   string
}

type Tracker interface {
	Identify(id string, attributes map[string]any) error
	Track(id, event string, data map[string]any, opts ...customerio.TrackOption) error
}

type Desk struct {
	tracker Tracker
	alias   func(string) string
}

func NewDesk(t Tracker, alias func(string) string) *Desk { return &Desk{tracker: t, alias: alias} }

func (d *Desk) Enrol(m Member) error {
	id := d.alias(m.NationalID)
	if err := d.tracker.Identify(id, map[string]any{"language": m.Language}); err != nil {
		return fmt.Errorf("identify: %w", err)
	}
	return d.tracker.Track(id, "enrolled", map[string]any{"programme": m.Programme})
}
