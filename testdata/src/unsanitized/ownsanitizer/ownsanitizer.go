// Mode: always.

// Package ownsanitizer has sanitizers of its own: a directive makes one, a name does not.
package ownsanitizer

import (
	customerio "github.com/customerio/go-customerio/v3"
)

// scrub keeps what the campaign team agreed on.
//
//ciolint:sanitizer
func scrub(m map[string]any) map[string]any {
	return map[string]any{"email": m["email"]}
}

func declaredSanitizer(c *customerio.CustomerIO, email string) {
	c.Identify("u1", scrub(map[string]any{"email": email, "phone": email}))
}

func declaredSanitizerNotUsed(c *customerio.CustomerIO, email string) {
	m := map[string]any{"email": email}
	scrub(m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

// Sanitize only has the name.
func Sanitize(m map[string]any) map[string]any {
	m["sanitized"] = true
	return m
}

func nameIsNotEnough(c *customerio.CustomerIO, email string) {
	c.Identify("u1", Sanitize(map[string]any{"email": email})) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func nameIsNotEnoughForHashClassKeys(c *customerio.CustomerIO, v string) {
	c.Identify("u1", Sanitize(map[string]any{"phone": v})) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
}

// policy is a sanitizer with state.
type policy struct{ allowed map[string]bool }

// Attributes keeps the allowed keys.
//
//ciolint:sanitizer
func (p *policy) Attributes(m map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range m {
		if p.allowed[k] {
			out[k] = v
		}
	}
	return out
}

func declaredMethod(c *customerio.CustomerIO, p *policy, email string) {
	c.Identify("u1", p.Attributes(map[string]any{"email": email, "phone": email}))
}

// loose has a method of the sanitizer's name without the directive.
type loose struct{}

// Attributes passes everything on.
func (loose) Attributes(m map[string]any) map[string]any { return m }

func methodNameIsNotEnough(c *customerio.CustomerIO, l loose, email string) {
	c.Identify("u1", l.Attributes(map[string]any{"email": email})) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

// mention talks about the directive ciolint:sanitizer but does not carry it.
func mention(m map[string]any) map[string]any { return m }

func directiveInProseIsNotEnough(c *customerio.CustomerIO, email string) {
	c.Identify("u1", mention(map[string]any{"email": email})) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func directiveInsideTheBody(m map[string]any) map[string]any {
	//ciolint:sanitizer
	return m
}

func directiveMustBeInTheDoc(c *customerio.CustomerIO, email string) {
	c.Identify("u1", directiveInsideTheBody(map[string]any{"email": email})) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}
