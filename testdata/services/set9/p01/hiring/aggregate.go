package hiring

import "time"

type Event interface{ Kind() string }

type CandidateApplied struct {
	Position string
	Source   string
}

type OfferAccepted struct {
	StartsOn  time.Time
	Seniority string
	// collected on the acceptance form, needed by payroll
	SocialSecurityNumber string
}

type Withdrawn struct{ Reason string }

func (CandidateApplied) Kind() string { return "candidate_applied" }
func (OfferAccepted) Kind() string    { return "offer_accepted" }
func (Withdrawn) Kind() string        { return "candidate_withdrawn" }

type Candidate struct {
	ID      string
	version int
	pending []Event
}

func (c *Candidate) Accept(e OfferAccepted) {
	c.apply(e)
}

func (c *Candidate) apply(e Event) {
	c.version++
	c.pending = append(c.pending, e)
}

func (c *Candidate) Drain() []Event {
	out := c.pending
	c.pending = nil
	return out
}
