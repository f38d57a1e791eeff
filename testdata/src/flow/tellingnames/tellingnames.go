// Mode: never.

// Package tellingnames has names that tell of a datum, and words that only look like them.
package tellingnames

import (
	"errors"
	"net/http"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct {
	ID, Name, Plan, SSN string
	Card                card
}

type card struct{ Number, Brand string }

// The number is a part of a struct whose fields say nothing by themselves.
func partOfACard(c *customerio.CustomerIO, u user) {
	c.Identify(u.ID, map[string]any{"hint": u.Card.Number}) // want `never-send value Card reaches \(\*customerio.CustomerIO\).Identify under "hint"`
}

func nestedLiteral(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"card": map[string]any{"number": v}}) // want `never-send key "number" reaches \(\*customerio.CustomerIO\).Identify`
}

func headerOfARequest(c *customerio.CustomerIO, r *http.Request) {
	c.Track("u1", "seen", map[string]any{"via": r.Header.Get("Authorization")}) // want `never-send value Authorization reaches \(\*customerio.CustomerIO\).Track under "via"`
}

var errNoSSN = errors.New("ssn is missing")

// The number is looked at, and not sent.
func validated(c *customerio.CustomerIO, u user) error {
	if len(u.SSN) != 11 || strings.Contains(u.SSN, "000") {
		return errNoSSN
	}
	return c.Identify(u.ID, map[string]any{"plan": u.Plan, "ssn_present": u.SSN != "", "digits": len(u.SSN)})
}

// Words that only look alike.
func alike(c *customerio.CustomerIO, r *http.Request, u user) error {
	token, pin := "abc", 4
	_ = token
	return c.Track(u.ID, "opened", map[string]any{
		"passenger": u.Name, "compass": "north", "secretary": u.Name, "pinned": true, "pins": pin, "tokens_left": 3,
		"keyboard": r.FormValue("keyboard"), "cardinality": 7, "author": r.Header.Get("X-Author"),
	})
}
