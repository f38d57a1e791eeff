// Mode: never.

// Package namedmaps uses defined map types and aliases as payloads.
package namedmaps

import (
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

// Attributes is assignable to the SDK's parameter without a conversion.
type Attributes map[string]any

func definedType(c *customerio.CustomerIO, v string) {
	c.Identify("u1", Attributes{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessDefinedType(c *customerio.CustomerIO, v string) {
	c.Identify("u1", Attributes{"plan": v})
}

func convertedBothWays(c *customerio.CustomerIO, v string) {
	a := Attributes(map[string]any{"cvv": v}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any(a))
}

func harmlessConvertedBothWays(c *customerio.CustomerIO, v string) {
	a := Attributes(map[string]any{"city": v})
	c.Identify("u1", map[string]any(a))
}

func conversionSharesTheMap(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	a := Attributes(m)
	a["iban"] = v // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

type aliased = map[string]any

func aliasedType(c *customerio.CustomerIO, v string) {
	m := aliased{}
	m["password"] = v // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessAliasedType(c *customerio.CustomerIO, v string) {
	m := aliased{}
	m["plan"] = v
	c.Identify("u1", m)
}

type column string

func keysOfADefinedType(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"row": map[column]string{"tax_id": v}}) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessKeysOfADefinedType(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"row": map[column]string{"city": v}})
}

func mapOfStringsInside(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"labels": map[string]string{"api_key": v}}) // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessMapOfStringsInside(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"labels": map[string]string{"colour": v}})
}

func urlValuesInside(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"form": url.Values{"card_number": {v}}}) // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessURLValuesInside(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"form": url.Values{"utm_source": {v}}})
}

func urlValuesSet(c *customerio.CustomerIO, v string) {
	form := url.Values{}
	form.Set("access_token", v) // want `never-send key "access_token" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any{"form": form})
}

func harmlessURLValuesSet(c *customerio.CustomerIO, v string) {
	form := url.Values{}
	form.Set("utm_medium", v)
	c.Identify("u1", map[string]any{"form": form})
}

// event hides a map behind a method.
type event map[string]any

func (e event) payload() map[string]any { return e }

func mapBehindAMethod(c *customerio.CustomerIO, v string) {
	c.Track("u1", "login", event{"otp": v}.payload()) // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Track`
}

func harmlessMapBehindAMethod(c *customerio.CustomerIO, v string) {
	c.Track("u1", "login", event{"method": v}.payload())
}

func setsOfNamesCarryOnlyNames(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"filled_in": []string{"ssn", "city"}, "plan": v})
}
