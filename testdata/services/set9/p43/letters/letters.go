package letters

import (
	"strings"
	"text/template"
)

type Citizen struct {
	ID         string
	Email      string
	Name       string
	TaxID      string
	DueInCents int
}

var reminder = template.Must(template.New("reminder").Parse(`Dear {{.Name}},

the property tax for tax id {{.TaxID}} is due: {{.DueInCents}} cents.
`))

func Reminder(c Citizen) (string, error) {
	var b strings.Builder
	if err := reminder.Execute(&b, c); err != nil {
		return "", err
	}
	return b.String(), nil
}
