// Mode: unless-clean.

// Package partsofkeys puts keys together from parts that are not all known: no
// part is taken for the key.
package partsofkeys

import (
	"fmt"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

func prefixed(c *customerio.CustomerIO, name, v string) {
	c.Identify("1", map[string]any{name + "plan": v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func passesThePrefix(c *customerio.CustomerIO, v string) { prefixed(c, "ssn", v) }

func column(c *customerio.CustomerIO, table, name, v string) {
	c.Identify("2", map[string]any{table + "." + name: v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func passesTheColumn(c *customerio.CustomerIO, v string) { column(c, "iban", "country", v) }

func formatted(c *customerio.CustomerIO, name, v string) {
	c.Identify("3", map[string]any{fmt.Sprintf("%s_%s_count", name, name): v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func passesTheName(c *customerio.CustomerIO, v string) { formatted(c, "ssn", v) }

func built(c *customerio.CustomerIO, name, v string) {
	var b strings.Builder
	b.WriteString(name)
	b.WriteString("ssn")
	c.Identify("4", map[string]any{b.String(): v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func passesTheBeginning(c *customerio.CustomerIO, v string) { built(c, "iban", v) }

func whole(c *customerio.CustomerIO, name, v string) {
	c.Identify("5", map[string]any{name: v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func passesTheKey(c *customerio.CustomerIO, v string) { whole(c, "ssn", v) } // want `never-send key "ssn" reaches`

func constantParts(c *customerio.CustomerIO, on bool) {
	name := "visits"
	if on {
		name = "orders"
	}
	c.Identify("6", map[string]any{name + "_count": 3})
}

func constantPartsMakeTheKey(c *customerio.CustomerIO, v string, on bool) {
	name := "s"
	if on {
		name = "les"
	}
	c.Identify("7", map[string]any{name + "sn": v}) // want `never-send key "ssn" reaches`
}

// What is removed is not what the part says.
func removes(m map[string]any, name, of string) { delete(m, name+of) }

func removesAnother(c *customerio.CustomerIO, v string) {
	m := map[string]any{"ssn": v} // want `never-send key "ssn" reaches`
	removes(m, "ssn", "_count")
	c.Identify("8", m)
}
