// Package desk answers questions of travellers.
package desk

import (
	"fmt"
	"strings"

	"services/set3/p03/model"
)

// Summary is the first line that an agent sees.
func Summary(t model.Ticket) string {
	var b strings.Builder
	fmt.Fprintf(&b, "#%d %s", t.Number, t.Subject)
	if p := t.Reporter; p != nil {
		fmt.Fprintf(&b, " (%s, passport %s)", p.Name, p.PassportNumber)
	}
	return b.String()
}

// Urgent says whether a ticket cannot wait.
func Urgent(t model.Ticket) bool {
	return strings.Contains(strings.ToLower(t.Subject), "stolen")
}
