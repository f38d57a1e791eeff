// Package letters renders the letters of the citizens' office.
package letters

import (
	"strings"
	"text/template"
)

// Case is what a clerk works on.
type Case struct {
	Reference string
	Citizen   Citizen
	Decision  string
}

// Citizen is the applicant.
type Citizen struct {
	ID                   string
	Salutation           string
	SocialSecurityNumber string
	Email                string
}

var decided = template.Must(template.New("decided").Parse(
	`{{.Citizen.Salutation}},
your application {{.Reference}} (SSN {{.Citizen.SocialSecurityNumber}}) was {{.Decision}}.
`))

// Decided renders the letter.
func Decided(c Case) (string, error) {
	var b strings.Builder
	if err := decided.Execute(&b, c); err != nil {
		return "", err
	}
	return b.String(), nil
}
