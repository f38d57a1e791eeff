// Mode: unless-clean.

// Package replacers fills in texts with strings.Replacer.
package replacers

import (
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type holder struct{ Name, SSN string }

func fill(text string, h holder) string {
	return strings.NewReplacer("{name}", h.Name, "{ssn}", h.SSN).Replace(text)
}

func filled(c *customerio.CustomerIO, h holder) {
	s := strings.NewReplacer("{name}", h.Name, "{ssn}", h.SSN).Replace("Dear {name}, {ssn}")
	c.Track("1", "e", map[string]any{"note": s})                             // want `never-send value SSN`
	c.Track("1", "e", map[string]any{"note": fill("Dear {name}, {ssn}", h)}) // want `never-send value SSN`
}

func unused(c *customerio.CustomerIO, h holder) {
	s := strings.NewReplacer("{name}", h.Name, "{ssn}", h.SSN).Replace("Dear {name}")
	c.Track("1", "e", map[string]any{"note": s})
}

var escaper = strings.NewReplacer("<", "&lt;", ">", "&gt;")

func escaped(c *customerio.CustomerIO, h holder) {
	c.Track("1", "e", map[string]any{"note": escaper.Replace(h.SSN)}) // want `never-send value SSN`
	c.Track("1", "e", map[string]any{"note": escaper.Replace(h.Name)})
}
