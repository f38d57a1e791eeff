// Mode: never.

// Package second holds programs that fooled the engine once, with their twins.
package second

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strings"
	"sync"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type user struct{ ID, Name, SSN, Phone string }

var hidden = regexp.MustCompile("^_")

// A filter that nobody can evaluate is trusted, and ends.
func undecidableFilter(c *customerio.CustomerIO, v string) {
	in := map[string]any{"ssn": v, "plan": 1}
	m := map[string]any{}
	for k, x := range in {
		if hidden.MatchString(k) {
			continue
		}
		m[k] = x
	}
	c.Identify("1", m)
}

// A condition on the key that decides nothing filters nothing.
func undecidableCount(c *customerio.CustomerIO, v string) {
	in := map[string]any{"ssn": v, "plan": 1} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	m, n := map[string]any{}, 0
	for k, x := range in {
		if hidden.MatchString(k) {
			n++
		}
		if hidden.MatchString(k + "x") {
			n++
		}
		m[k] = x
	}
	m["n"] = n
	c.Identify("1", m)
}

type tree []tree

func recursiveType(c *customerio.CustomerIO, t tree) { c.Identify("1", map[string]any{"x": t}) }

var attrs = map[string]any{}

var current user

func login(u user) { current = u }

func literalThatCapturesNothing(c *customerio.CustomerIO) {
	func() {
		attrs["ssn"] = current.SSN // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	}()
	c.Identify("1", attrs)
}

var (
	once   sync.Once
	shared = map[string]any{}
)

func initialisedOnce(c *customerio.CustomerIO) {
	once.Do(func() {
		shared["iban"] = current.ID // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	})
	c.Identify("1", shared)
}

func mapOfTheRoundBefore(c *customerio.CustomerIO, us []user) {
	var last map[string]any
	for _, u := range us {
		m := map[string]any{}
		if last != nil {
			c.Identify("1", last)
		}
		m["ssn"] = u.SSN // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
		last = m
	}
}

func mapOfThisRound(c *customerio.CustomerIO, us []user) {
	for _, u := range us {
		m := map[string]any{"plan": u.Name}
		c.Identify("1", m)
		m["ssn"] = u.SSN
	}
}

// Two variables that depend on one another in a loop: asking for one first
// must not change what is known of the other.
func intertwined(c *customerio.CustomerIO, us []user, w string) {
	o, x := "", ""
	for _, u := range us {
		p := "p" + o
		if w == "a" {
			o = p
			continue
		}
		x = p + "x"
		if w == "b" {
			o = x
			continue
		}
		o = u.SSN
	}
	c.Identify("1", map[string]any{
		"aa":   o, // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "aa"`
		"note": x, // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	})
}

func f0(m map[string]any, u user)  { m["ssn"] = u.SSN } // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
func f1(m map[string]any, u user)  { f0(m, u) }
func f2(m map[string]any, u user)  { f1(m, u) }
func f3(m map[string]any, u user)  { f2(m, u) }
func f4(m map[string]any, u user)  { f3(m, u) }
func f5(m map[string]any, u user)  { f4(m, u) }
func f6(m map[string]any, u user)  { f5(m, u) }
func f7(m map[string]any, u user)  { f6(m, u) }
func f8(m map[string]any, u user)  { f7(m, u) }
func f9(m map[string]any, u user)  { f8(m, u) }
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

func numberAsTheID(c *customerio.CustomerIO) {
	c.Identify("123-45-6789", nil) // want `sensitive value \([^)]*\) is used as customer ID of \(\*customerio.CustomerIO\).Identify`
}

func orderNumberAsTheID(c *customerio.CustomerIO) { c.Identify("123456-789", nil) }

func phoneAsTheID(c *customerio.CustomerIO) {
	c.Identify("+1 415 555 0123", nil) // want `sensitive value \([^)]*\) is used as customer ID of \(\*customerio.CustomerIO\).Identify`
}

// What the standard library calls its fields is no source.
func standardLibrary(c *customerio.CustomerIO, u user, r io.Reader) {
	s := bufio.NewScanner(r)
	s.Scan()
	c.Identify(u.ID, map[string]any{"x": hidden.ReplaceAllString(u.Name, ""), "line": s.Text(), "re": hidden.String()})
}

type card struct{ Number, CVV, Brand string }

type person struct {
	Plan string
	Nat  string `json:"nat" pii:"never"`
	Card *card
}

func sanitizedStruct(c *customerio.CustomerIO, p person) {
	c.Identify("1", sanitize.Attributes(map[string]any{"user": p}))
}

func structAsItIs(c *customerio.CustomerIO, p person) {
	c.Identify("1", map[string]any{"user": p}) // want `never-send key "Number"` `never-send key "CVV"` `never-send value Nat`
}

func taggedFieldCleared(c *customerio.CustomerIO, p person) {
	p.Nat, p.Card = "", nil
	c.Identify("1", map[string]any{"user": p})
}

type directory interface{ IDByPhone(phone string) string }

func lookedUp(c *customerio.CustomerIO, d directory, u user) { c.Identify(d.IDByPhone(u.Phone), nil) }

func formattedKey(c *customerio.CustomerIO, v string) {
	c.Identify("1", map[string]any{fmt.Sprintf("user_%s", "ssn"): v})              // want `never-send key "user_ssn"`
	c.Identify("2", map[string]any{strings.Join([]string{"user", "ssn"}, "_"): v}) // want `never-send key "user_ssn"`
	c.Identify("3", map[string]any{fmt.Sprintf("user_%s", "plan"): v, "a" + "_b": "pro"})
}

func numbers(u user) iter.Seq[string] {
	return func(yield func(string) bool) { yield(u.SSN) } // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "x"`
}

func ownIterator(c *customerio.CustomerIO, u user) {
	for s := range numbers(u) {
		c.Identify("1", map[string]any{"x": s})
	}
}

func copiedBytes(c *customerio.CustomerIO, u user) {
	b := make([]byte, 9)
	copy(b, u.SSN)
	c.Identify("1", map[string]any{"x": string(b)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "x"`
}
