// Package view renders mails about applications.
package view

import (
	"bytes"
	"html/template"
)

// Applicant is the record.
type Applicant struct {
	ID          string
	Name        string
	Email       string
	NationalID  string
	BankAccount string
	Steps       int
}

type mail struct {
	Name string
	Left int
}

var page = template.Must(template.New("mail").Parse(`<p>Hello {{.Name}}, {{.Left}} steps are left.</p>`))

// Reminder renders.
func Reminder(a Applicant) (string, error) {
	left := a.Steps
	if a.NationalID == "" {
		left++
	}
	if a.BankAccount == "" {
		left++
	}
	var b bytes.Buffer
	err := page.Execute(&b, mail{Name: a.Name, Left: left})
	return b.String(), err
}
