// Mode: always.

// Package harmlesskeys hides values under harmless keys: the sanitizer works by key and lets them pass.
package harmlesskeys

import (
	"fmt"
	"net/http"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type user struct{ Name, SSN, CardNumber string }

func sanitizedAnyway(c *customerio.CustomerIO, u user) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"note": u.SSN})) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessAndSanitized(c *customerio.CustomerIO, u user) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"note": u.Name}))
}

func notSanitizedIsStillOneFinding(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": u.SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func underItsOwnKeyTheSanitizerHelps(c *customerio.CustomerIO, u user) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"ssn": u.SSN, "card_number": u.CardNumber}))
}

func formattedAndSanitized(c *customerio.CustomerIO, u user) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"note": fmt.Sprintf("%s: %s", u.Name, u.SSN)})) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func nestedAndSanitized(c *customerio.CustomerIO, u user) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"profile": map[string]any{"remark": u.CardNumber}})) // want `never-send value CardNumber reaches \(\*customerio.CustomerIO\).Identify under "remark"`
}

func nestedUnderItsOwnKeyAndSanitized(c *customerio.CustomerIO, u user) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"profile": map[string]any{"card_number": u.CardNumber}}))
}

func formValueAndSanitized(c *customerio.CustomerIO, r *http.Request) {
	c.Track("u1", "seen", sanitize.Attributes(map[string]any{"reply": r.FormValue("password")})) // want `never-send value password reaches \(\*customerio.CustomerIO\).Track under "reply"`
}

func harmlessFormValueAndSanitized(c *customerio.CustomerIO, r *http.Request) {
	c.Track("u1", "seen", sanitize.Attributes(map[string]any{"reply": r.FormValue("colour")}))
}

func sanitizedByAMethod(c *customerio.CustomerIO, s *sanitize.Sanitizer, u user) {
	c.Identify("u1", s.Attributes(map[string]any{"note": u.SSN})) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessSanitizedByAMethod(c *customerio.CustomerIO, s *sanitize.Sanitizer, u user) {
	c.Identify("u1", s.Attributes(map[string]any{"note": u.Name, "ssn": u.SSN}))
}

func lengthAndSanitized(c *customerio.CustomerIO, u user) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"note": len(u.SSN), "complete": u.SSN != ""}))
}

func writtenAfterTheSanitizer(c *customerio.CustomerIO, u user) {
	m := sanitize.Attributes(map[string]any{"name": u.Name})
	m["note"] = u.SSN // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
	c.Identify("u1", m)
}

func keyWrittenAfterTheSanitizer(c *customerio.CustomerIO, u user) {
	m := sanitize.Attributes(map[string]any{"name": u.Name})
	m["ssn"] = u.SSN // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func keyWrittenBeforeTheSanitizer(c *customerio.CustomerIO, u user) {
	m := map[string]any{"name": u.Name}
	m["ssn"] = u.SSN
	c.Identify("u1", sanitize.Attributes(m))
}
