// Mode: never.

// Package computedkeys puts keys together: from tables, prefixes and formats.
package computedkeys

import (
	"fmt"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Name, Plan, SSN string }

// The key hides in a table of column names.
var columns = []struct {
	key string
	get func(user) any
}{
	{"plan", func(u user) any { return u.Plan }},
	{"tax_id", func(u user) any { return u.ID }},
}

func tableOfGetters(c *customerio.CustomerIO, u user) {
	m := map[string]any{}
	for _, col := range columns {
		m[col.key] = col.get(u) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify(u.ID, m)
}

func prefixMakesTheKey(c *customerio.CustomerIO, num string) {
	m := map[string]any{}
	for k, v := range map[string]any{"number": num, "brand": "visa"} {
		m["card_"+k] = v // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Identify`
	}
	c.Identify("1", m)
}

func prefixMakesAFlag(c *customerio.CustomerIO, u user) {
	m := map[string]any{}
	for k, v := range map[string]string{"ssn": u.SSN, "name": u.Name} {
		m["has_"+strings.ToLower(k)] = v != ""
	}
	c.Identify("1", m)
}

func formattedKey(c *customerio.CustomerIO, v string) {
	c.Identify("1", map[string]any{fmt.Sprintf("user_%s", "ssn"): v})              // want `never-send key "user_ssn"`
	c.Identify("2", map[string]any{strings.Join([]string{"user", "ssn"}, "_"): v}) // want `never-send key "user_ssn"`
	c.Identify("3", map[string]any{fmt.Sprintf("user_%s", "plan"): v, "a" + "_b": "pro"})
}
