// Mode: always.

// Package parameters sends payloads that are parameters: the callers are judged.
package parameters

import (
	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func identify(c *customerio.CustomerIO, attrs map[string]any) error {
	return c.Identify("u1", attrs)
}

func callerSendsRaw(c *customerio.CustomerIO, email string) {
	identify(c, map[string]any{"email": email}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func callerSendsHashClassKeys(c *customerio.CustomerIO, v string) {
	identify(c, map[string]any{"phone": v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
}

func callerSanitizes(c *customerio.CustomerIO, email string) {
	identify(c, sanitize.Attributes(map[string]any{"email": email}))
}

func callerSendsNothing(c *customerio.CustomerIO) {
	identify(c, nil)
}

func identifySafely(c *customerio.CustomerIO, attrs map[string]any) error {
	return c.Identify("u1", sanitize.Attributes(attrs))
}

func wrapperSanitizes(c *customerio.CustomerIO, email string) {
	identifySafely(c, map[string]any{"email": email, "phone": email, "ssn": email})
}

func identifyAfterAssignment(c *customerio.CustomerIO, attrs map[string]any) error {
	attrs = sanitize.Attributes(attrs)
	return c.Identify("u1", attrs)
}

func wrapperSanitizesByAssignment(c *customerio.CustomerIO, email string) {
	identifyAfterAssignment(c, map[string]any{"email": email, "ssn": email})
}

func forward(c *customerio.CustomerIO, attrs map[string]any) error { return identify(c, attrs) }

func twoHopsRaw(c *customerio.CustomerIO, email string) {
	forward(c, map[string]any{"email": email}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func twoHopsSanitized(c *customerio.CustomerIO, email string) {
	forward(c, sanitize.Attributes(map[string]any{"email": email}))
}

// Send is exported and its payload is a parameter: nothing to report in here.
func Send(c *customerio.CustomerIO, attrs map[string]any) error {
	return c.Identify("u1", attrs)
}

func exportedWrapperRaw(c *customerio.CustomerIO, email string) {
	Send(c, map[string]any{"email": email}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func exportedWrapperSanitized(c *customerio.CustomerIO, email string) {
	Send(c, sanitize.Attributes(map[string]any{"email": email}))
}

// Publish is exported and called by nobody here.
func Publish(c *customerio.CustomerIO, attrs map[string]any) error {
	return c.Identify("u1", attrs)
}

func nobodyCallsThisOne(c *customerio.CustomerIO, attrs map[string]any) error {
	return c.Identify("u1", attrs) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func nobodyCallsThisOneEither(c *customerio.CustomerIO, attrs map[string]any) error {
	return c.Identify("u1", sanitize.Attributes(attrs))
}

// Tracker is the usual service object.
type Tracker struct{ c *customerio.CustomerIO }

// Identify is exported: its callers are judged.
func (t *Tracker) Identify(id string, attrs map[string]any) error {
	return t.c.Identify(id, attrs)
}

// SignedUp is one such caller.
func (t *Tracker) SignedUp(email string) {
	t.Identify("u1", map[string]any{"email": email}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

// Upgraded is another.
func (t *Tracker) Upgraded(email string) {
	t.Identify("u1", sanitize.Attributes(map[string]any{"email": email}))
}

// Moved builds the payload itself, so it is judged itself.
func (t *Tracker) Moved(city string) {
	t.c.Identify("u1", map[string]any{"city": city}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func closureWrapper(c *customerio.CustomerIO, email string) {
	send := func(m map[string]any) error {
		return c.Identify("u1", m)
	}
	send(map[string]any{"email": email}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func closureWrapperSanitized(c *customerio.CustomerIO, email string) {
	send := func(m map[string]any) error {
		return c.Identify("u1", m)
	}
	send(sanitize.Attributes(map[string]any{"email": email}))
}

func build(email string) map[string]any { return map[string]any{"email": email} }

func helperBuildsRaw(c *customerio.CustomerIO, email string) {
	c.Identify("u1", build(email)) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func helperBuildsRawAndItIsSanitized(c *customerio.CustomerIO, email string) {
	c.Identify("u1", sanitize.Attributes(build(email)))
}

func buildSafely(email string) map[string]any {
	return sanitize.Attributes(map[string]any{"email": email, "phone": email})
}

func helperSanitizes(c *customerio.CustomerIO, email string) {
	c.Identify("u1", buildSafely(email))
}

func buildSometimesSafely(email string, clean bool) map[string]any {
	m := map[string]any{"email": email}
	if clean {
		return sanitize.Attributes(m)
	}
	return m
}

func helperSanitizesSometimes(c *customerio.CustomerIO, email string, clean bool) {
	c.Identify("u1", buildSometimesSafely(email, clean)) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func clean(m map[string]any) map[string]any { return sanitize.Attributes(m) }

func helperAroundTheSanitizer(c *customerio.CustomerIO, email string) {
	c.Identify("u1", clean(map[string]any{"email": email}))
}

func addPhone(m map[string]any, v string) map[string]any {
	m["phone"] = v
	return m
}

func helperDirtiesTheSanitizedMap(c *customerio.CustomerIO, email, v string) {
	c.Identify("u1", addPhone(sanitize.Attributes(map[string]any{"email": email}), v)) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
}

func helperDirtiesBeforeTheSanitizer(c *customerio.CustomerIO, email, v string) {
	c.Identify("u1", sanitize.Attributes(addPhone(map[string]any{"email": email}, v)))
}
