// Mode: always.

// Package service sends users by way of two other packages.
package service

import (
	"across/analytics"
	"across/users"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func keyHere(c *analytics.Client, v string) error {
	return c.Identify("u1", map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func unsanitizedHere(c *analytics.Client, v string) error {
	return c.Identify("u1", map[string]any{"plan": v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func sanitizedHere(c *analytics.Client, v string) error {
	return c.Identify("u1", sanitize.Attributes(map[string]any{"ssn": v}))
}

func sanitizedByTheOther(c *analytics.Client, v string) error {
	return c.Safely("u1", map[string]any{"ssn": v})
}

func sanitizedByOwn(c *analytics.Client, v string) error {
	return c.Identify("u1", analytics.Clean(map[string]any{"ssn": v}))
}

func keyOfAThirdPackage(c *analytics.Client, u users.User) error {
	return c.Identify(u.ID, users.Attributes(u)) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessOfAThirdPackage(c *analytics.Client, u users.User) error {
	return c.Identify(u.ID, sanitize.Attributes(users.Public(u)))
}

func variableOfAThirdPackage(c *analytics.Client) error {
	return c.Identify("u1", users.Defaults) // want `never-send key "pin" reaches \(\*customerio.CustomerIO\).Identify`
}

func insideAStruct(c *analytics.Client, v string) error {
	return c.Send(analytics.Event{Name: "paid", Data: map[string]any{"cvv": v}}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Track`
}

func throughAConstructor(c *analytics.Client, v string) error {
	return c.Send(analytics.NewEvent("paid", map[string]any{"cvv": v})) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Track`
}

func harmlessInsideAStruct(c *analytics.Client, v string) error {
	return c.Send(analytics.Event{Name: "paid", Data: map[string]any{"total": v}})
}

func throughAnInterface(t analytics.Tracker, v string) error {
	return t.Send(analytics.Event{Data: map[string]any{"iban": v}}) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Track`
}

func valueUnderTheirKey(c *analytics.Client, u users.User) error {
	return c.Note(u.ID, u.SSN) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "note"`
}

func harmlessUnderTheirKey(c *analytics.Client, u users.User) error {
	return c.Note(u.ID, u.Plan)
}

func throughTheirText(c *analytics.Client, u users.User) error {
	return c.Note(u.ID, users.Quote(u.SSN)) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "note"`
}

func option(c *analytics.Client, v string) error {
	return c.Opted(analytics.With("plan", v), analytics.With("password", v)) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Track`
}

func built(c *analytics.Client, v string) error {
	b := analytics.NewBuilder().Set("plan", v).Set("tax_id", v) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	return c.Identify("u1", b.Map())
}

func builtAndDropped(c *analytics.Client, v string) error {
	b := analytics.NewBuilder().Set("plan", v).Set("tax_id", v)
	b.Drop("tax_id")
	return c.Safely("u1", b.Map())
}

// hop makes a further level of callers.
func hop(c *analytics.Client, m map[string]any) error { return c.Identify("u1", m) }

func twoHops(c *analytics.Client, v string) error {
	return hop(c, map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func filteredByTheOther(c *customerio.CustomerIO, v string) error {
	return analytics.SendFiltered(c, map[string]any{"ssn": v, "iban": v, "internal": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}
