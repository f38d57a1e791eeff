// Mode: always.

// Package cdp queues every kind of message with cdp-analytics-go.
package cdp

import (
	"net/http"

	analytics "github.com/customerio/cdp-analytics-go"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type user struct{ Name, Email, SSN string }

func identify(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.Traits{"ssn": v}}) // want `never-send key "ssn" reaches \(analytics.Client\).Enqueue`
}

func identifySanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.Traits{"ssn": v})})
}

func identifyPointer(c analytics.Client, v string) {
	c.Enqueue(&analytics.Identify{UserId: "u1", Traits: analytics.Traits{"ssn": v}}) // want `never-send key "ssn" reaches \(analytics.Client\).Enqueue`
}

func identifyPointerSanitized(c analytics.Client, v string) {
	c.Enqueue(&analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.Traits{"ssn": v})})
}

func identifyWithoutTraits(c analytics.Client) {
	c.Enqueue(analytics.Identify{UserId: "u1"})
}

func track(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{UserId: "u1", Event: "paid", Properties: analytics.Properties{"card_number": v}}) // want `never-send key "card_number" reaches \(analytics.Client\).Enqueue`
}

func trackSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{UserId: "u1", Event: "paid", Properties: sanitize.Attributes(analytics.Properties{"card_number": v})})
}

func trackPointer(c analytics.Client, v string) {
	c.Enqueue(&analytics.Track{UserId: "u1", Event: "paid", Properties: analytics.Properties{"card_number": v}}) // want `never-send key "card_number" reaches \(analytics.Client\).Enqueue`
}

func trackPointerWithoutProperties(c analytics.Client) {
	c.Enqueue(&analytics.Track{UserId: "u1", Event: "paid"})
}

func group(c analytics.Client, v string) {
	c.Enqueue(analytics.Group{UserId: "u1", GroupId: "g1", Traits: analytics.Traits{"tax_id": v}}) // want `never-send key "tax_id" reaches \(analytics.Client\).Enqueue`
}

func groupSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Group{UserId: "u1", GroupId: "g1", Traits: sanitize.Attributes(analytics.Traits{"tax_id": v})})
}

func groupPointer(c analytics.Client, v string) {
	c.Enqueue(&analytics.Group{UserId: "u1", GroupId: "g1", Traits: analytics.Traits{"tax_id": v}}) // want `never-send key "tax_id" reaches \(analytics.Client\).Enqueue`
}

func page(c analytics.Client, v string) {
	c.Enqueue(analytics.Page{UserId: "u1", Name: "home", Properties: analytics.Properties{"password": v}}) // want `never-send key "password" reaches \(analytics.Client\).Enqueue`
}

func pageSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Page{UserId: "u1", Name: "home", Properties: sanitize.Attributes(analytics.Properties{"password": v})})
}

func pagePointer(c analytics.Client, v string) {
	c.Enqueue(&analytics.Page{UserId: "u1", Name: "home", Properties: analytics.Properties{"password": v}}) // want `never-send key "password" reaches \(analytics.Client\).Enqueue`
}

func screen(c analytics.Client, v string) {
	c.Enqueue(analytics.Screen{UserId: "u1", Name: "home", Properties: analytics.Properties{"otp": v}}) // want `never-send key "otp" reaches \(analytics.Client\).Enqueue`
}

func screenSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Screen{UserId: "u1", Name: "home", Properties: sanitize.Attributes(analytics.Properties{"otp": v})})
}

func screenPointer(c analytics.Client, v string) {
	c.Enqueue(&analytics.Screen{UserId: "u1", Name: "home", Properties: analytics.Properties{"otp": v}}) // want `never-send key "otp" reaches \(analytics.Client\).Enqueue`
}

func alias(c analytics.Client) {
	c.Enqueue(analytics.Alias{PreviousId: "a1", UserId: "u1"})
	c.Enqueue(&analytics.Alias{PreviousId: "a1", UserId: "u1"})
}

func chainedTraits(c analytics.Client, u user) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.NewTraits().SetName(u.Name).SetEmail(u.Email).Set("iban", u.Name)}) // want `never-send key "iban" reaches \(analytics.Client\).Enqueue`
}

func chainedTraitsSanitized(c analytics.Client, u user) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.NewTraits().SetName(u.Name).SetEmail(u.Email).Set("iban", u.Name))})
}

func chainedProperties(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{UserId: "u1", Event: "paid", Properties: analytics.NewProperties().SetTotal(12).Set("cvv", v)}) // want `never-send key "cvv" reaches \(analytics.Client\).Enqueue`
}

func chainedPropertiesSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{UserId: "u1", Event: "paid", Properties: sanitize.Attributes(analytics.NewProperties().SetTotal(12).Set("cvv", v))})
}

func setAsAStatement(c analytics.Client, v string) {
	t := analytics.NewTraits()
	t.SetName("Pat")
	t.Set("passport_number", v) // want `never-send key "passport_number" reaches \(analytics.Client\).Enqueue`
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: t})
}

func setterOfAnInnocentKey(c analytics.Client, u user) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.NewTraits().SetDescription(u.SSN))}) // want `never-send value SSN reaches \(analytics.Client\).Enqueue under "description"`
}

func setterOfAnInnocentKeyAndValue(c analytics.Client, u user) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.NewTraits().SetDescription(u.Name))})
}

func traitsOfTheContext(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{
		UserId:  "u1",
		Event:   "paid",
		Context: &analytics.Context{Traits: analytics.Traits{"bank_account": v}}, // want `never-send key "bank_account" reaches \(analytics.Client\).Enqueue`
	})
}

func traitsOfTheContextSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{
		UserId:  "u1",
		Event:   "paid",
		Context: &analytics.Context{Traits: sanitize.Attributes(analytics.Traits{"bank_account": v})},
	})
}

func extraOfTheContextIsSentInSpiteOfItsTag(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{
		UserId:  "u1",
		Event:   "paid",
		Context: &analytics.Context{Extra: map[string]interface{}{"access_token": v}}, // want `never-send key "access_token" reaches \(analytics.Client\).Enqueue`
	})
}

func extraOfTheContextSanitized(c analytics.Client, v string) {
	c.Enqueue(analytics.Track{
		UserId:  "u1",
		Event:   "paid",
		Context: &analytics.Context{Extra: sanitize.Attributes(map[string]interface{}{"access_token": v})},
	})
}

func messageVariable(c analytics.Client, v string) {
	var msg analytics.Message
	msg = analytics.Identify{UserId: "u1", Traits: analytics.Traits{"mrn": v}} // want `never-send key "mrn" reaches \(analytics.Client\).Enqueue`
	c.Enqueue(msg)
}

func messageVariableSanitized(c analytics.Client, v string) {
	var msg analytics.Message
	msg = analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.Traits{"mrn": v})}
	c.Enqueue(msg)
}

func messageFilledFieldByField(c analytics.Client, v string) {
	msg := analytics.Track{UserId: "u1", Event: "paid"}
	msg.Properties = analytics.NewProperties()
	msg.Properties["routing_number"] = v // want `never-send key "routing_number" reaches \(analytics.Client\).Enqueue`
	c.Enqueue(msg)
}

func messageFilledFieldByFieldSanitized(c analytics.Client, v string) {
	msg := analytics.Track{UserId: "u1", Event: "paid"}
	msg.Properties = sanitize.Attributes(analytics.Properties{"routing_number": v})
	c.Enqueue(msg)
}

func enqueue(c analytics.Client, msg analytics.Message) error {
	return c.Enqueue(msg)
}

func messageParameter(c analytics.Client, v string) {
	enqueue(c, analytics.Identify{UserId: "u1", Traits: analytics.Traits{"api_key": v}}) // want `never-send key "api_key" reaches \(analytics.Client\).Enqueue`
}

func messageParameterSanitized(c analytics.Client, v string) {
	enqueue(c, analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.Traits{"api_key": v})})
}

func changedWhileQueued(c analytics.Client, v string) {
	t := analytics.Traits{"plan": "pro"}
	defer c.Enqueue(analytics.Identify{UserId: "u1", Traits: t})
	t["jwt"] = v // want `never-send key "jwt" reaches \(analytics.Client\).Enqueue`
}

func clientMadeHere(writeKey, v string) error {
	c, err := analytics.NewWithConfig(writeKey, analytics.Config{BatchSize: 1})
	if err != nil {
		return err
	}
	defer c.Close()
	return c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.Traits{"credit_card": v}}) // want `never-send key "credit_card" reaches \(analytics.Client\).Enqueue`
}

func clientMadeHereSanitized(writeKey, v string) error {
	c := analytics.New(writeKey)
	defer c.Close()
	return c.Enqueue(analytics.Identify{UserId: "u1", Traits: sanitize.Attributes(analytics.Traits{"credit_card": v})})
}

func integrationsAreNoPayload(c analytics.Client) {
	c.Enqueue(analytics.Identify{UserId: "u1", Integrations: analytics.NewIntegrations().DisableAll().Enable("Journeys")})
}

func valueOfAForm(c analytics.Client, r *http.Request) {
	c.Enqueue(analytics.Track{UserId: "u1", Event: "paid", Properties: sanitize.Attributes(map[string]any{"note": r.FormValue("cvv")})}) // want `never-send value cvv reaches \(analytics.Client\).Enqueue under "note"`
}

func harmlessValueOfAForm(c analytics.Client, r *http.Request) {
	c.Enqueue(analytics.Track{UserId: "u1", Event: "paid", Properties: sanitize.Attributes(map[string]any{"note": r.FormValue("colour")})})
}
