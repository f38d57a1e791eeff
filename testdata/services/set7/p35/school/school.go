// Package school enrols students.
package school

import "context"

// Student to be enrolled.
type Student struct {
	No       string
	Given    string
	Grade    int
	Religion string
	Allergy  string
}

// CRM keeps guardians informed.
type CRM interface {
	Update(ctx context.Context, ref string, traits map[string]any) error
}

// Office of the school.
type Office struct{ crm CRM }

// OpenOffice returns an Office.
func OpenOffice(c CRM) *Office { return &Office{crm: c} }

// Enrol a student.
func (o *Office) Enrol(ctx context.Context, s Student) error {
	traits := map[string]any{"given_name": s.Given, "grade": s.Grade}
	if s.Religion != "" {
		traits["religion"] = s.Religion
	}
	return o.crm.Update(ctx, s.No, traits)
}
