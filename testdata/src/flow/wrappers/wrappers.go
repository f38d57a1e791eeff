// Mode: never.

// Package wrappers sends through functions of the package: what they get is their callers' duty.
package wrappers

import customerio "github.com/customerio/go-customerio/v3"

type user struct{ Name, SSN string }

func identify(c *customerio.CustomerIO, attrs map[string]any) error {
	return c.Identify("u1", attrs)
}

func oneHop(c *customerio.CustomerIO, v string) {
	identify(c, map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessOneHop(c *customerio.CustomerIO, v string) {
	identify(c, map[string]any{"plan": v})
}

func changedAfterOneHop(c *customerio.CustomerIO, v string) map[string]any {
	m := map[string]any{"plan": "pro"}
	identify(c, m)
	m["ssn"] = v
	return m
}

func changedBeforeOneHop(c *customerio.CustomerIO, v string) {
	m := map[string]any{"plan": "pro"}
	m["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	identify(c, m)
}

func notify(c *customerio.CustomerIO, id string, attrs map[string]any) error {
	attrs["notified"] = true
	return identify(c, attrs)
}

func twoHops(c *customerio.CustomerIO, v string) {
	notify(c, "u1", map[string]any{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessTwoHops(c *customerio.CustomerIO, v string) {
	notify(c, "u1", map[string]any{"plan": v})
}

func announce(c *customerio.CustomerIO, attrs map[string]any) { _ = notify(c, "u1", attrs) }

func threeHops(c *customerio.CustomerIO, v string) {
	announce(c, map[string]any{"iban": v}) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessThreeHops(c *customerio.CustomerIO, v string) {
	announce(c, map[string]any{"city": v})
}

// Send is exported: callers outside and inside are checked, it is not.
func Send(c *customerio.CustomerIO, attrs map[string]any) error {
	return c.Identify("u1", attrs)
}

func exportedWrapper(c *customerio.CustomerIO, v string) {
	Send(c, map[string]any{"cvv": v}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessExportedWrapper(c *customerio.CustomerIO, v string) {
	Send(c, map[string]any{"tier": v})
}

func setAttribute(c *customerio.CustomerIO, k string, v any) {
	c.Identify("u1", map[string]any{k: v})
}

func keyAndValue(c *customerio.CustomerIO, v string) {
	setAttribute(c, "tax_id", v) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessKeyAndValue(c *customerio.CustomerIO, v string) {
	setAttribute(c, "plan", v)
}

func emptyValueUnderTheKey(c *customerio.CustomerIO) {
	setAttribute(c, "tax_id", "")
}

func sensitiveValueUnderAHarmlessKey(c *customerio.CustomerIO, u user) {
	setAttribute(c, "note", u.SSN) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessValueUnderAHarmlessKey(c *customerio.CustomerIO, u user) {
	setAttribute(c, "note", u.Name)
}

func setPlan(c *customerio.CustomerIO, plan string) {
	c.Identify("u1", map[string]any{"plan": plan})
}

func valueParameter(c *customerio.CustomerIO, u user) {
	setPlan(c, u.SSN) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "plan"`
}

func harmlessValueParameter(c *customerio.CustomerIO, u user) {
	setPlan(c, u.Name)
}

func sendOnlyThePlan(c *customerio.CustomerIO, attrs map[string]any) {
	c.Identify("u1", map[string]any{"plan": attrs["plan"]})
}

func wrapperPicksHarmlessKeys(c *customerio.CustomerIO, v string) {
	sendOnlyThePlan(c, map[string]any{"ssn": v, "plan": "pro"})
}

func sendWithoutSSN(c *customerio.CustomerIO, attrs map[string]any) {
	delete(attrs, "ssn")
	c.Identify("u1", attrs)
}

func wrapperDeletesTheKey(c *customerio.CustomerIO, v string) {
	sendWithoutSSN(c, map[string]any{"ssn": v, "plan": "pro"})
}

func wrapperDeletesAnotherKey(c *customerio.CustomerIO, v string) {
	sendWithoutSSN(c, map[string]any{"mrn": v, "plan": "pro"}) // want `never-send key "mrn" reaches \(\*customerio.CustomerIO\).Identify`
}

func sendSecond(c *customerio.CustomerIO, local, remote map[string]any) int {
	c.Identify("u1", remote)
	return len(local)
}

func otherParameterIsNotSent(c *customerio.CustomerIO, v string) {
	sendSecond(c, map[string]any{"ssn": v}, map[string]any{"plan": v})
}

func thisParameterIsSent(c *customerio.CustomerIO, v string) {
	sendSecond(c, map[string]any{"plan": v}, map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func sendAny(c *customerio.CustomerIO, payload any) {
	if m, ok := payload.(map[string]any); ok {
		c.Identify("u1", m)
	}
}

func parameterOfTypeAny(c *customerio.CustomerIO, v string) {
	sendAny(c, map[string]any{"jwt": v}) // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessParameterOfTypeAny(c *customerio.CustomerIO, v string) {
	sendAny(c, map[string]any{"plan": v})
}

type event struct {
	name string
	data map[string]any
	tags map[string]any
}

func sendEvent(c *customerio.CustomerIO, e event) {
	c.Track("u1", e.name, e.data)
}

func structParameter(c *customerio.CustomerIO, v string) {
	sendEvent(c, event{name: "paid", data: map[string]any{"card_number": v}}) // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Track`
}

func harmlessStructParameter(c *customerio.CustomerIO, v string) {
	sendEvent(c, event{name: "paid", data: map[string]any{"total": v}, tags: map[string]any{"card_number": v}})
}

func sendNested(c *customerio.CustomerIO, profile map[string]any) {
	c.Identify("u1", map[string]any{"profile": profile})
}

func parameterBecomesTheInnerMap(c *customerio.CustomerIO, v string) {
	sendNested(c, map[string]any{"api_key": v}) // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessParameterBecomesTheInnerMap(c *customerio.CustomerIO, v string) {
	sendNested(c, map[string]any{"tier": v})
}

// tracker is the usual service object around the client.
type tracker struct{ c *customerio.CustomerIO }

func (t *tracker) identify(id string, attrs map[string]any) error {
	if t == nil || t.c == nil {
		return nil
	}
	return t.c.Identify(id, attrs)
}

func (t *tracker) signedUp(v string) {
	t.identify("u1", map[string]any{"otp": v}) // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Identify`
}

func (t *tracker) upgraded(v string) {
	t.identify("u1", map[string]any{"plan": v})
}

var shared = &tracker{}

func identifyShared(attrs map[string]any) { shared.identify("u1", attrs) }

func wrapperAroundAGlobal(v string) {
	identifyShared(map[string]any{"routing_number": v}) // want `never-send key "routing_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessWrapperAroundAGlobal(v string) {
	identifyShared(map[string]any{"plan": v})
}

func retry(n int, send func() error) error {
	var err error
	for range n {
		if err = send(); err == nil {
			return nil
		}
	}
	return err
}

func sentInsideARetry(c *customerio.CustomerIO, v string) {
	retry(3, func() error { return c.Identify("u1", map[string]any{"access_token": v}) }) // want `never-send key "access_token" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessSentInsideARetry(c *customerio.CustomerIO, v string) {
	retry(3, func() error { return c.Identify("u1", map[string]any{"plan": v}) })
}

func identifyOrSkip(c *customerio.CustomerIO, attrs map[string]any, dry bool) {
	if dry {
		return
	}
	identify(c, attrs)
}

func conditionalWrapper(c *customerio.CustomerIO, v string, dry bool) {
	identifyOrSkip(c, map[string]any{"passport_number": v}, dry) // want `never-send key "passport_number" reaches \(\*customerio.CustomerIO\).Identify`
}

func logOnly(attrs map[string]any) int { return len(attrs) }

func notAWrapper(v string) int {
	return logOnly(map[string]any{"passport_number": v})
}
