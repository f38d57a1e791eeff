// Mode: unless-clean.

// Package domain hands events to an interface.
package domain

type Tracker interface {
	Track(who string, props map[string]any) error
}

type Service struct{ tracker Tracker }

func New(t Tracker) *Service { return &Service{t} }

type Listing struct{ ID, Seller, Phone string }

func (s *Service) Publish(l Listing) error {
	return s.tracker.Track(l.Seller, map[string]any{"listing": l.ID, "phone": l.Phone})
}

type Quiet struct{ tracker Tracker }

func NewQuiet(t Tracker) *Quiet { return &Quiet{t} }

func (q *Quiet) Publish(l Listing) error {
	return q.tracker.Track(l.Seller, map[string]any{"listing": l.ID})
}
