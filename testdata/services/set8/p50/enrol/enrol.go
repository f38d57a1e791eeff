// Package enrol enrols students.
package enrol

import "context"

// Student of a college.
type Student struct {
	ID         string
	NationalID string
	Phone      string
	Programme  string
	Year       int
}

// Listener hears of enrolments.
type Listener interface {
	Enrolled(ctx context.Context, id string, facts map[string]any) error
}

// Desk enrols.
type Desk struct{ listeners []Listener }

// Add adds a listener.
func (d *Desk) Add(l ...Listener) *Desk {
	d.listeners = append(d.listeners, l...)
	return d
}

// Enrol tells everybody; the first failure is the answer.
func (d *Desk) Enrol(ctx context.Context, s Student) error {
	for _, l := range d.listeners {
		facts := map[string]any{
			"programme":   s.Programme,
			"year":        s.Year,
			"phone":       s.Phone,
			"national_id": s.NationalID,
		}
		if err := l.Enrolled(ctx, s.ID, facts); err != nil {
			return err
		}
	}
	return nil
}
