// Mode: never.

// Package identifier names people, devices and events.
package identifier

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	analytics "github.com/customerio/cdp-analytics-go"
	customerio "github.com/customerio/go-customerio/v3"
)

type user struct {
	ID, Email, Phone, SSN, DeviceToken string
}

func phoneAsID(c *customerio.CustomerIO, u user) {
	c.Identify(u.Phone, nil) // want `hash value Phone is used as customer ID of \(\*customerio.CustomerIO\).Identify; use an opaque ID or an email`
}

func emailAsID(c *customerio.CustomerIO, u user) { c.Identify(u.Email, nil) }

func opaqueID(c *customerio.CustomerIO, u user) { c.Identify(u.ID, nil) }

func numberAsID(c *customerio.CustomerIO, u user) {
	c.Track(u.SSN, "seen", nil) // want `never-send value SSN is used as customer ID of \(\*customerio.CustomerIO\).Track`
}

func numberInAnEventName(c *customerio.CustomerIO, u user) {
	c.Track(u.ID, "called "+u.Phone, nil) // want `hash value Phone is used as event name of \(\*customerio.CustomerIO\).Track`
}

func constantEventName(c *customerio.CustomerIO, u user) { c.Track(u.ID, "phone_verified", nil) }

func formatted(c *customerio.CustomerIO, u user) {
	c.Delete(fmt.Sprintf("user-%s", u.SSN)) // want `never-send value SSN is used as customer ID of \(\*customerio.CustomerIO\).Delete` `person deleted by`
}

func digestOfAPhone(c *customerio.CustomerIO, u user) {
	sum := sha256.Sum256([]byte(u.Phone))
	c.Identify(hex.EncodeToString(sum[:]), nil)
}

func digestOfANumber(c *customerio.CustomerIO, u user) {
	sum := sha256.Sum256([]byte(u.SSN))
	c.Identify(hex.EncodeToString(sum[:]), nil) // want `never-send value SSN is used as customer ID of \(\*customerio.CustomerIO\).Identify`
}

func anonymous(c *customerio.CustomerIO, u user) {
	c.TrackAnonymous(u.Phone, "seen", nil) // want `hash value Phone is used as anonymous ID of \(\*customerio.CustomerIO\).TrackAnonymous`
}

func merged(c *customerio.CustomerIO, u user) {
	c.MergeCustomers(
		customerio.Identifier{Type: customerio.IdentifierTypeID, Value: u.ID},
		customerio.Identifier{Type: customerio.IdentifierTypeID, Value: u.SSN}, // want `never-send value SSN is used as secondary identifier of \(\*customerio.CustomerIO\).MergeCustomers`
	)
}

func device(c *customerio.CustomerIO, u user) {
	c.AddDevice(u.ID, u.DeviceToken, "ios", nil)
}

type registration struct{ Token, RegistrationToken, SessionToken string }

// The ID of a device is its push token, and called so in short.
func tokens(c *customerio.CustomerIO, u user, r registration, token string) {
	c.AddDevice(u.ID, r.Token, "ios", nil)
	c.AddDevice(u.ID, r.RegistrationToken, "android", nil)
	c.DeleteDevice(u.ID, token)
	c.AddDevice(u.ID, r.SessionToken, "ios", nil) // want `never-send value SessionToken is used as device ID of \(\*customerio.CustomerIO\).AddDevice`
	c.Track(token, "seen", nil)                   // want `never-send value token is used as customer ID of \(\*customerio.CustomerIO\).Track`
}

func cdpUser(c analytics.Client, u user) {
	c.Enqueue(analytics.Track{UserId: u.Phone, Event: "seen"}) // want `hash value Phone is used as user ID of \(analytics.Client\).Enqueue`
}

func cdpOpaque(c analytics.Client, u user) {
	c.Enqueue(analytics.Track{UserId: u.ID, Event: "seen"})
}

func throughAHelper(c *customerio.CustomerIO, u user) {
	touch(c, u.Phone) // want `hash value Phone is used as customer ID of \(\*customerio.CustomerIO\).Track`
	touch(c, u.ID)
}

func touch(c *customerio.CustomerIO, id string) { c.Track(id, "touched", nil) }
