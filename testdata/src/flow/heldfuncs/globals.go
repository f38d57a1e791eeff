package heldfuncs

import (
	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

var scrub = sanitize.Attributes

// Scrub is what this package sets it to.
var Scrub = sanitize.Attributes

var replaced = sanitize.Attributes

func debug() { replaced = same }

func byGlobal(c *customerio.CustomerIO, facts map[string]any) {
	c.Identify("u1", scrub(facts))
}

func byExported(c *customerio.CustomerIO, facts map[string]any) {
	c.Identify("u1", Scrub(facts))
}

func byReplaced(c *customerio.CustomerIO, facts map[string]any) {
	c.Identify("u1", replaced(facts)) // want `skips the sanitizer`
}
