// Mode: always.

// Package mrz1836 calls every data-carrying method of mrz1836/go-customerio.
package mrz1836

import (
	"time"

	customerio "github.com/mrz1836/go-customerio"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func updateCustomer(c *customerio.Client, v string) {
	c.UpdateCustomer("u1", map[string]interface{}{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.Client\).UpdateCustomer`
}

func updateCustomerSanitized(c *customerio.Client, v string) {
	c.UpdateCustomer("u1", sanitize.Attributes(map[string]interface{}{"ssn": v}))
}

func newEvent(c *customerio.Client, v string, at time.Time) {
	c.NewEvent("u1", "paid", at, map[string]interface{}{"card_number": v}) // want `never-send key "card_number" reaches \(\*customerio.Client\).NewEvent`
}

func newEventSanitized(c *customerio.Client, v string, at time.Time) {
	c.NewEvent("u1", "paid", at, sanitize.Attributes(map[string]interface{}{"card_number": v}))
}

func newAnonymousEvent(c *customerio.Client, v string, at time.Time) {
	c.NewAnonymousEvent("paid", at, map[string]interface{}{"iban": v}) // want `never-send key "iban" reaches \(\*customerio.Client\).NewAnonymousEvent`
}

func newAnonymousEventSanitized(c *customerio.Client, v string, at time.Time) {
	c.NewAnonymousEvent("paid", at, sanitize.Attributes(map[string]interface{}{"iban": v}))
}

func newEventUsingInterface(c *customerio.Client, v string, at time.Time) {
	type payment struct {
		Number string `json:"cvv"`
	}
	c.NewEventUsingInterface("u1", "paid", at, payment{Number: v}) // want `never-send key "cvv" reaches \(\*customerio.Client\).NewEventUsingInterface`
}

func newEventUsingInterfaceSanitized(c *customerio.Client, v string, at time.Time) {
	c.NewEventUsingInterface("u1", "paid", at, sanitize.Attributes(map[string]any{"cvv": v}))
}

func newEventUsingInterfaceWithAMap(c *customerio.Client, v string, at time.Time) {
	c.NewEventUsingInterface("u1", "paid", at, map[string]string{"otp": v}) // want `never-send key "otp" reaches \(\*customerio.Client\).NewEventUsingInterface`
}

func updateCollection(c *customerio.Client, v string) {
	c.UpdateCollection("1", "rows", []map[string]interface{}{{"name": "a"}, {"api_key": v}}) // want `never-send key "api_key" reaches \(\*customerio.Client\).UpdateCollection`
}

func updateCollectionSanitized(c *customerio.Client, v string) {
	c.UpdateCollection("1", "rows", []map[string]interface{}{sanitize.Attributes(map[string]any{"api_key": v})})
}

func sendEmail(c *customerio.Client, v string) {
	c.SendEmail(&customerio.EmailRequest{To: "pat@example.com", MessageData: map[string]interface{}{"tax_id": v}}) // want `never-send key "tax_id" reaches \(\*customerio.Client\).SendEmail`
}

func sendEmailSanitized(c *customerio.Client, v string) {
	c.SendEmail(&customerio.EmailRequest{To: "pat@example.com", MessageData: sanitize.MessageData(map[string]interface{}{"tax_id": v})})
}

func callsWithoutPayload(c *customerio.Client, at time.Time) {
	c.UpdateCustomer("u1", nil)
	c.NewEvent("u1", "paid", at, nil)
	c.DeleteCustomer("u1") // want `person deleted by`
	c.UpdateDevice("u1", &customerio.Device{ID: "d1", Platform: customerio.PlatformIOs})
}
