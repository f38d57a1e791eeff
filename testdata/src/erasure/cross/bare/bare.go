// Mode: never.

// Package bare has nothing to suppress by: who calls it cannot do right.
package bare

import customerio "github.com/customerio/go-customerio/v3"

// Remove deletes.
func Remove(c *customerio.CustomerIO, id string) error {
	return c.Delete(id) // want `person deleted by \(\*customerio.CustomerIO\).Delete without being suppressed`
}
