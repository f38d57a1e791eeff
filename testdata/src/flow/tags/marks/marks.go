// Mode: unless-clean.

// Package marks has struct tags that other tools put on personal data.
package marks

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

type (
	personal struct {
		City string `json:"city" pii:"true"`
	}
	sensitive struct {
		City string `json:"city" sensitive:"true"`
	}
	redacted struct {
		City string `json:"city" redact:"complete"`
	}
	masked struct {
		City string `json:"city" mask:"filled4"`
	}
	unlogged struct {
		City string `json:"city" log:"-"`
	}
	others struct {
		City string `json:"city" datapolicy:"personal"`
	}
)

func asked(c *customerio.CustomerIO, v string) {
	c.Track("u1", "e", map[string]any{"p": personal{City: v}})  // want `payload of .*Track skips the sanitizer`
	c.Track("u1", "e", map[string]any{"p": sensitive{City: v}}) // want `payload of .*Track skips the sanitizer`
	c.Track("u1", "e", map[string]any{"p": redacted{City: v}})  // want `payload of .*Track skips the sanitizer`
	c.Track("u1", "e", map[string]any{"p": masked{City: v}})    // want `payload of .*Track skips the sanitizer`
	c.Track("u1", "e", map[string]any{"p": unlogged{City: v}})  // want `payload of .*Track skips the sanitizer`
	c.Track("u1", "e", map[string]any{"p": others{City: v}})    // want `payload of .*Track skips the sanitizer`
}

func askedAndSanitized(c *customerio.CustomerIO, v string) {
	c.Track("u1", "e", sanitize.Attributes(map[string]any{"p": personal{City: v}}))
	c.Track("u1", "e", sanitize.Attributes(map[string]any{"p": unlogged{City: v}}))
}

type denied struct {
	City string `json:"city" pii:"false"`
	Plan string `json:"plan" sensitive:"false" redact:"false" mask:"off" log:"plan" yaml:"-"`
	Tier string `json:"tier" log:"tier" validate:"required"`
}

func harmless(c *customerio.CustomerIO, v string) {
	c.Track("u1", "e", map[string]any{"p": denied{City: v, Plan: v, Tier: v}})
}

type secrets struct {
	Value string `json:"value" masq:"secret"`
	Word  string `json:"word" datapolicy:"password"`
	Entry string `json:"entry" datapolicy:"token"`
	Seal  string `json:"seal" datapolicy:"security-key"`
	City  string `json:"city"`
}

func never(c *customerio.CustomerIO, s secrets) {
	c.Track("u1", "e", map[string]any{"value": s.Value}) // want `never-send value Value reaches`
	c.Track("u1", "e", map[string]any{"value": s.Word})  // want `never-send value Word reaches`
	c.Track("u1", "e", map[string]any{"value": s.Entry}) // want `never-send value Entry reaches`
	c.Track("u1", "e", map[string]any{"value": s.Seal})  // want `never-send value Seal reaches`
	c.Track(s.Value, "e", nil)                           // want `never-send value Value is used as customer ID`
}

func neverTwin(c *customerio.CustomerIO, s secrets) {
	c.Track("u1", "e", map[string]any{"city": s.City})
	c.Track("u1", "e", map[string]any{"s": sanitize.Value(s)})
	c.Track("u1", "e", sanitize.Attributes(map[string]any{"s": s}))
}

// An email that is marked is still an identifier.
type contact struct {
	Email string `json:"email" pii:"true"`
	Phone string `json:"phone" pii:"true"`
}

func identifiers(c *customerio.CustomerIO, p contact) {
	c.Identify(p.Phone, nil) // want `hash value Phone is used as customer ID`
}

func identifiersTwin(c *customerio.CustomerIO, p contact) {
	c.Identify(p.Email, nil)
}

// A slip in our own tag is a finding, and the field is taken to be personal.
type slip struct {
	City string `json:"city" pii:"nevr"` // want `unknown value of the struct tag pii:"nevr"; the values are never, hash, allow, true or false`
	Town string `json:"town" pii:"never"`
}

func slipped(c *customerio.CustomerIO, s slip) {
	c.Track("u1", "e", map[string]any{"city": s.City}) // want `payload of .*Track skips the sanitizer`
	c.Track("u1", "e", map[string]any{"town": s.Town}) // want `never-send value Town reaches`
}

// A list under a key is judged by the sanitizer and by ciolint alike.
func lists(c *customerio.CustomerIO, v string) {
	c.Track("u1", "e", map[string]any{"cards": []map[string]any{{"number": v}}})                          // want `never-send key "number"`
	c.Track("u1", "e", map[string]any{"ccnum_ms": []map[string]any{{"pan": v}}})                          // want `never-send key "pan"`
	c.Track("u1", "e", map[string]any{"social": map[string]any{"security": map[string]any{"number": v}}}) // want `never-send key "security"`
	c.Track("u1", "e", map[string]any{"phones": []any{map[string]any{"value": v}}})                       // want `skips the sanitizer and holds "phones"`
}

func listsTwin(c *customerio.CustomerIO, v string) {
	c.Track("u1", "e", map[string]any{"ccnum_ms": []map[string]any{{"number": v}}})
	c.Track("u1", "e", map[string]any{"orders": []map[string]any{{"number": v}}})
}

// The first key has no value; the second has.
func emptyFirst(c *customerio.CustomerIO, v string) {
	c.Track("u1", "e", map[string]any{"mobile": "", "phone": v}) // want `skips the sanitizer and holds "phone"`
}

func emptyTwin(c *customerio.CustomerIO, v string) {
	c.Track("u1", "e", map[string]any{"mobile": "", "plan": v})
}
