//go:build staging

package tagged

import "github.com/customerio/go-customerio/v3"

// withTag adds what the file without the tag does not.
func withTag(m map[string]any) map[string]any {
	m["ssn"] = "900-00-0000"
	return m
}

func tagged(c *customerio.CustomerIO, v string) error {
	return c.Identify("u1", map[string]any{"iban": v})
}
