// Package letters fills in letters.
package letters

import (
	"fmt"
	"strings"
)

// Holder is who holds a policy.
type Holder struct {
	ID, Email, Name string
	SSN             string
	Policy          string
}

// Letter is a text with holes.
type Letter struct {
	Subject string
	Text    string
}

// Confirmation is sent when a policy begins.
var Confirmation = Letter{
	Subject: "Your policy {policy}",
	Text: `Dear {name},

your policy {policy} begins today. Please check what we have on record:

  name: {name}
  social security number: {ssn}
`,
}

// Fill fills in a text.
func Fill(text string, h Holder) string {
	return strings.NewReplacer(
		"{name}", h.Name,
		"{policy}", h.Policy,
		"{ssn}", h.SSN,
	).Replace(text)
}

// Reference returns what support is told.
func (h Holder) Reference() string { return fmt.Sprintf("P-%s", h.Policy) }
