// Mode: never.

// Package callchains sends by way of methods, many helpers and implementations of interfaces.
package callchains

import (
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type user struct {
	ID, Name, Plan, SSN string
	Card                card
	PasswordChangedAt   time.Time
}

type card struct{ Number, Brand string }

// The struct has the field, and the method leaves it out.
func (u user) traits() map[string]any {
	return map[string]any{"name": u.Name, "plan": u.Plan, "brand": u.Card.Brand, "changed": u.PasswordChangedAt}
}

func throughTheMethod(c *customerio.CustomerIO, u user) error { return c.Identify(u.ID, u.traits()) }

// The sanitizer strips it, whatever way the map takes there.
func sanitizedInAHelper(c *customerio.CustomerIO, u user) error {
	return send(c, u.ID, map[string]any{"ssn": u.SSN, "phone": "1"})
}

func send(c *customerio.CustomerIO, id string, m map[string]any) error {
	return c.Identify(id, sanitize.Attributes(m))
}

func f0(m map[string]any, u user) { m["ssn"] = u.SSN } // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`

func f1(m map[string]any, u user) { f0(m, u) }

func f2(m map[string]any, u user) { f1(m, u) }

func f3(m map[string]any, u user) { f2(m, u) }

func f4(m map[string]any, u user) { f3(m, u) }

func f5(m map[string]any, u user) { f4(m, u) }

func f6(m map[string]any, u user) { f5(m, u) }

func f7(m map[string]any, u user) { f6(m, u) }

func f8(m map[string]any, u user) { f7(m, u) }

func f9(m map[string]any, u user) { f8(m, u) }

func f10(m map[string]any, u user) { f9(m, u) }

func f11(m map[string]any, u user) { f10(m, u) }

func f12(m map[string]any, u user) { f11(m, u) }

func f13(m map[string]any, u user) { f12(m, u) }

func f14(m map[string]any, u user) { f13(m, u) }

func f15(m map[string]any, u user) { f14(m, u) }

func sixteenHelpers(c *customerio.CustomerIO, u user) {
	m := map[string]any{}
	f15(m, u)
	c.Identify("1", m)
}

type sender interface{ send(m map[string]any) }

type tracker[T any] struct{ c *customerio.CustomerIO }

func (t tracker[T]) send(m map[string]any) { t.c.Identify("1", m) }

func newSender(c *customerio.CustomerIO) sender { return tracker[int]{c} }

func genericImplementation(s sender, u user) {
	s.send(map[string]any{"ssn": u.SSN}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}
