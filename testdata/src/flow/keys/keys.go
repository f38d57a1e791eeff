// Mode: never.

// Package keys spells attribute names as constants of every kind.
package keys

import (
	"strings"

	"flow/keys/names"

	customerio "github.com/customerio/go-customerio/v3"
)

const (
	keySSN  = "ssn"
	keyPlan = "plan"
)

func namedConstant(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{keySSN: v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessNamedConstant(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{keyPlan: v})
}

func localConstant(c *customerio.CustomerIO, v string) {
	const k = "pass" + "word"
	c.Identify("u1", map[string]any{k: v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessLocalConstant(c *customerio.CustomerIO, v string) {
	const k = "password" + "_changed_at"
	c.Identify("u1", map[string]any{k: v})
}

const prefix = "home_"

func concatenatedConstant(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m["credit"+"_"+"card"] = v // want `never-send key "credit_card" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessConcatenatedConstant(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m[prefix+"city"] = v
	c.Identify("u1", m)
}

func constantOfAnotherPackage(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{names.SSN: v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessConstantOfAnotherPackage(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{names.Plan: v})
}

func typedConstantOfAnotherPackage(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m[string(names.TaxID)] = v // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessTypedConstantOfAnotherPackage(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m[string(names.City)] = v
	c.Identify("u1", m)
}

func constantNameSaysNothingOfItsValue(c *customerio.CustomerIO, v string) {
	const keyPassword = "plan"
	c.Identify("u1", map[string]any{keyPassword: v})
}

func keyInAVariable(c *customerio.CustomerIO, v string) {
	k := "iban"
	m := map[string]any{}
	m[k] = v // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessKeyInAVariable(c *customerio.CustomerIO, v string) {
	k := "city"
	m := map[string]any{}
	m[k] = v
	c.Identify("u1", m)
}

func keyVariableReassigned(c *customerio.CustomerIO, v string) {
	k := "iban"
	size := len(k)
	k = "city"
	m := map[string]any{"size": size}
	m[k] = v
	c.Identify("u1", m)
}

func keyConvertedFromBytes(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m[string([]byte("cvv"))] = v // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func keyLowered(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m[strings.ToLower("API_KEY")] = v // want `never-send key "(api_key|API_KEY)" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func keyBuiltByAddition(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	base := "card"
	m[base+"_number"] = v // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessKeyBuiltByAddition(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	base := "card"
	m[base+"_brand"] = v
	c.Identify("u1", m)
}

func keyName() string { return "routing_number" }

func keyFromAFunction(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m[keyName()] = v // want `never-send key "routing_number" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func cityName() string { return "home_city" }

func harmlessKeyFromAFunction(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m[cityName()] = v
	c.Identify("u1", m)
}

var globalKey = "bank_account"

func keyInAGlobal(c *customerio.CustomerIO, v string) {
	m := map[string]any{}
	m[globalKey] = v // want `never-send key "bank_account" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

type spec struct{ key string }

func keyInAField(c *customerio.CustomerIO, v string) {
	s := spec{key: "otp"}
	m := map[string]any{}
	m[s.key] = v // want `never-send key "otp" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", m)
}

func harmlessKeyInAField(c *customerio.CustomerIO, v string) {
	s := spec{key: "tier"}
	m := map[string]any{}
	m[s.key] = v
	c.Identify("u1", m)
}

func styles(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{
		"SSN":              v, // want `never-send key "SSN" reaches \(\*customerio.CustomerIO\).Identify`
		"memberSSN":        v, // want `never-send key "memberSSN" reaches \(\*customerio.CustomerIO\).Identify`
		"PATIENT-SSN":      v, // want `never-send key "PATIENT-SSN" reaches \(\*customerio.CustomerIO\).Identify`
		"dependents.0.ssn": v, // want `never-send key "dependents.0.ssn" reaches \(\*customerio.CustomerIO\).Identify`
		"Social Security":  v, // want `never-send key "Social Security" reaches \(\*customerio.CustomerIO\).Identify`
		"cardNumber":       v, // want `never-send key "cardNumber" reaches \(\*customerio.CustomerIO\).Identify`
		"ssn_last4":        v, // want `never-send key "ssn_last4" reaches \(\*customerio.CustomerIO\).Identify`
		"signing_secret":   v, // want `never-send key "signing_secret" reaches \(\*customerio.CustomerIO\).Identify`
	})
}

func harmlessNeighbours(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{
		"ssnOnFile":           v,
		"password_changed_at": v,
		"secretary":           v,
		"keyboard":            v,
		"card_brand":          v,
		"card_last4":          v,
		"token_count":         v,
		"prompt_tokens":       v,
		"otp_sent_at":         v,
		"season_pass":         v,
		"shipping_state":      v,
		"key_result":          v,
		"passwordless":        v,
		"class_name":          v,
	})
}

func keyIsNotAValue(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"missing_field": keySSN, "plan": v})
}
