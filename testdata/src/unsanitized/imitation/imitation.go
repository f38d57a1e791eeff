// Mode: always.

// Package imitation calls a package that has the sanitizer's name under another import path.
package imitation

import (
	"unsanitized/imitation/sanitize"

	customerio "github.com/customerio/go-customerio/v3"

	genuine "github.com/ciolint/ciolint/runtime/sanitize"
)

func imitated(c *customerio.CustomerIO, email string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"email": email})) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func imitatedMethod(c *customerio.CustomerIO, email string) {
	c.Identify("u1", sanitize.New().Attributes(map[string]any{"email": email})) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func genuineUnderAnotherName(c *customerio.CustomerIO, email string) {
	c.Identify("u1", genuine.Attributes(map[string]any{"email": email}))
}

func genuineAroundTheImitation(c *customerio.CustomerIO, email string) {
	c.Identify("u1", genuine.Attributes(sanitize.Attributes(map[string]any{"email": email})))
}
