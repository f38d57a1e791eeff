// Package loyalty counts points.
package loyalty

import (
	"context"
	"fmt"
	"time"
)

// Member is a member of the programme.
type Member struct {
	ID     string
	SSN    string
	Phone  string
	Points int
	Since  time.Time
}

// Standing is what others may know of a member.
type Standing struct {
	Tier   string
	Points int
	Years  int
}

// Publisher publishes standings.
type Publisher interface {
	Publish(ctx context.Context, member string, s Standing) error
}

// Programme is the programme.
type Programme struct {
	publishers []Publisher
	now        func() time.Time
}

// New returns a programme.
func New() *Programme { return &Programme{now: time.Now} }

// AddPublisher adds a publisher.
func (p *Programme) AddPublisher(pub Publisher) { p.publishers = append(p.publishers, pub) }

func (p *Programme) standing(m Member) Standing {
	s := Standing{Tier: "basic", Points: m.Points, Years: int(p.now().Sub(m.Since).Hours() / 8766)}
	switch {
	case m.Points >= 50_000:
		s.Tier = "gold"
	case m.Points >= 10_000:
		s.Tier = "silver"
	}
	return s
}

// Credit adds points.
func (p *Programme) Credit(ctx context.Context, m *Member, points int) error {
	if m.SSN == "" && m.Phone == "" {
		return fmt.Errorf("member %s is not verified", m.ID)
	}
	m.Points += points
	s := p.standing(*m)
	for _, pub := range p.publishers {
		if err := pub.Publish(ctx, m.ID, s); err != nil {
			return err
		}
	}
	return nil
}
