package enroll

import (
	customerio "github.com/customerio/go-customerio/v3"
)

type Course struct {
	Code  string
	Title string
	ECTS  int
}

type Enrollments struct{ Cio *customerio.CustomerIO }

func (e *Enrollments) Add(student string, c Course) error {
	return e.Cio.Track(student, "enrolled", map[string]any{"course": c.Code, "title": c.Title, "ects": c.ECTS})
}
