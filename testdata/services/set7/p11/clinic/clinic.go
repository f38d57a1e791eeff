// Package clinic has the people of a telemedicine practice.
package clinic

import "time"

// Patient of the practice.
type Patient struct {
	Number int64
	Mobile string
	Since  time.Time
	Lang   string
}

// Key says who somebody is.
func (p *Patient) Key() string {
	return "tel:" + p.Mobile
}

// Locale of the messages.
func (p *Patient) Locale() string { return p.Lang }

// Doctor of the practice.
type Doctor struct {
	Handle string
	Room   string
}

// Key says who somebody is.
func (d Doctor) Key() string { return "doc:" + d.Handle }

// Locale of the messages.
func (Doctor) Locale() string { return "en" }
