// Mode: unless-clean.

// Package unlessclean sends payloads that may go as they are because they are proven harmless, and payloads
// that are not.
package unlessclean

import (
	"encoding/json"
	"net/http"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func constantsUnderHarmlessKeys(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"plan": "pro", "seats": 3, "trial": false})
}

func hashClassKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"plan": "pro", "phone": v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
}

func hashClassKeySanitized(c *customerio.CustomerIO, v string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"plan": "pro", "phone": v}))
}

func hashClassKeyInside(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"profile": map[string]any{"ip_address": v}}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "ip_address"; wrap it in sanitize.Attributes`
}

func hashClassKeyInsideSanitized(c *customerio.CustomerIO, v string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"profile": map[string]any{"ip_address": v}}))
}

func neverSendKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"plan": "pro", "ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func numbersAndFlags(c *customerio.CustomerIO, seats int, trial bool, at time.Time) {
	c.Identify("u1", map[string]any{"seats": seats, "trial": trial, "renewed_at": at.Unix()})
}

func builtByAHelper(c *customerio.CustomerIO, seats int) {
	c.Identify("u1", planAttributes(seats))
}

func planAttributes(seats int) map[string]any {
	return map[string]any{"plan": "pro", "seats": seats}
}

func builtByAHelperWithAHashClassKey(c *customerio.CustomerIO, v string) {
	c.Identify("u1", addressAttributes(v)) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "street_address"; wrap it in sanitize.Attributes`
}

func addressAttributes(v string) map[string]any {
	return map[string]any{"plan": "pro", "street_address": v}
}

func unknownKey(c *customerio.CustomerIO, k, v string) {
	m := map[string]any{"plan": "pro"}
	m[k] = v
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func unknownKeySanitized(c *customerio.CustomerIO, k, v string) {
	m := map[string]any{"plan": "pro"}
	m[k] = v
	c.Identify("u1", sanitize.Attributes(m))
}

func decodedJSON(c *customerio.CustomerIO, r *http.Request) error {
	var m map[string]any
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
		return err
	}
	return c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func decodedJSONSanitized(c *customerio.CustomerIO, r *http.Request) error {
	var m map[string]any
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
		return err
	}
	return c.Identify("u1", sanitize.Attributes(m))
}

func hashClassKeyDeleted(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro", "phone": v}
	delete(m, "phone")
	c.Identify("u1", m)
}

func hashClassKeyEmptied(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro", "phone": v}
	m["phone"] = ""
	c.Identify("u1", m)
}

func hashClassKeyAddedAfterTheSend(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	c.Identify("u1", m)
	m["phone"] = v
	return m
}

func neighboursOfHashClassKeys(c *customerio.CustomerIO, verified bool) {
	c.Identify("u1", map[string]any{"phone_verified": verified, "address_count": 2, "ip_country": "de"})
}

func otherMapHoldsTheHashClassKey(c *customerio.CustomerIO, v string) map[string]any {
	private := map[string]any{"phone": v}
	c.Identify("u1", map[string]any{"plan": "pro"})
	return private
}

func nilPayload(c *customerio.CustomerIO) {
	c.Identify("u1", nil)
}

type line struct{ SKU, Name string }

type basket struct {
	ID    string
	Total float64
	Lines []line
	Meta  map[string]any
}

type receipt struct {
	ID    string
	Total float64
	Lines []line
}

func structOfHarmlessFields(c *customerio.CustomerIO, r receipt) {
	c.Track("u1", "paid", map[string]any{"receipt": r})
}

func structWithAMapOfAnything(c *customerio.CustomerIO, b basket) {
	c.Track("u1", "paid", map[string]any{"basket": b}) // want `payload of \(\*customerio.CustomerIO\).Track skips the sanitizer`
}

func fieldThatHoldsAnything(c *customerio.CustomerIO, b basket) {
	c.Track("u1", "paid", map[string]any{"meta": b.Meta, "id": b.ID}) // want `payload of \(\*customerio.CustomerIO\).Track skips the sanitizer`
}
