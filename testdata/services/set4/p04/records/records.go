package records

import "time"

type Patient struct {
	ID          string
	Given       string
	Email       string
	Medications []string
	Diagnoses   []string
	LastSeen    time.Time
}

// Overdue reports whether the yearly check-up is due.
func (p Patient) Overdue(now time.Time) bool { return now.Sub(p.LastSeen) > 365*24*time.Hour }
