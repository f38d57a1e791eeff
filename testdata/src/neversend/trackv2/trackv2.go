// Mode: always.

// Package trackv2 calls every data-carrying method of the track client of go-customerio/v2.
package trackv2

import (
	customerio "github.com/customerio/go-customerio/v2"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func identify(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]interface{}{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func identifySanitized(c *customerio.CustomerIO, v string) {
	c.Identify("u1", sanitize.Attributes(map[string]interface{}{"ssn": v}))
}

func identifyWithoutAttributes(c *customerio.CustomerIO) {
	c.Identify("u1", nil)
}

func track(c *customerio.CustomerIO, v string) {
	c.Track("u1", "paid", map[string]interface{}{"card_number": v}) // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Track`
}

func trackSanitized(c *customerio.CustomerIO, v string) {
	c.Track("u1", "paid", sanitize.Attributes(map[string]interface{}{"card_number": v}))
}

func trackWithoutData(c *customerio.CustomerIO) {
	c.Track("u1", "paid", map[string]interface{}{})
}

func trackAnonymous(c *customerio.CustomerIO, v string) {
	c.TrackAnonymous("seen", map[string]interface{}{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).TrackAnonymous`
}

func trackAnonymousSanitized(c *customerio.CustomerIO, v string) {
	c.TrackAnonymous("seen", sanitize.Attributes(map[string]interface{}{"password": v}))
}

func addDevice(c *customerio.CustomerIO, v string) {
	c.AddDevice("u1", "d1", "ios", map[string]interface{}{"access_token": v}) // want `never-send key "access_token" reaches \(\*customerio.CustomerIO\).AddDevice`
}

func addDeviceSanitized(c *customerio.CustomerIO, v string) {
	c.AddDevice("u1", "d1", "ios", sanitize.Attributes(map[string]interface{}{"access_token": v}))
}

func twoKeysAreTwoFindings(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]interface{}{
		"email":   v,
		"tax_id":  v, // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
		"plan":    "pro",
		"iban":    v, // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
		"phone":   v,
		"created": 1,
	})
}

func twoKeysSanitized(c *customerio.CustomerIO, v string) {
	c.Identify("u1", sanitize.Attributes(map[string]interface{}{
		"email":   v,
		"tax_id":  v,
		"plan":    "pro",
		"iban":    v,
		"phone":   v,
		"created": 1,
	}))
}

func callsWithoutPayload(c *customerio.CustomerIO) {
	c.Delete("u1") // want `person deleted by`
	c.DeleteDevice("u1", "d1")
}

func oldConstructor(site, key, v string) {
	customerio.NewCustomerIO(site, key).Identify("u1", map[string]interface{}{"cvv": v}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func oldConstructorSanitized(site, key, v string) {
	customerio.NewCustomerIO(site, key).Identify("u1", sanitize.Attributes(map[string]interface{}{"cvv": v}))
}
