// Mode: never.

// Package jsonstruct sends structs: their keys are the names that encoding/json gives their fields. A struct
// that is filled here is reported where its field is set, one that comes from elsewhere where the field is
// declared.
package jsonstruct

import (
	"encoding/json"
	"net/http"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

func structAsAValue(c *customerio.CustomerIO, v string) {
	type profile struct {
		City   string `json:"city"`
		Number string `json:"ssn"`
	}
	c.Identify("u1", map[string]any{"profile": profile{Number: v}}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessStructAsAValue(c *customerio.CustomerIO, v string) {
	type profile struct {
		City   string `json:"city"`
		Number string `json:"shirt"`
	}
	c.Identify("u1", map[string]any{"profile": profile{Number: v}})
}

func structThatCameFromElsewhere(c *customerio.CustomerIO, find func() wallet) {
	c.Identify("u1", map[string]any{"box": find()}) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

type wallet struct {
	Label string `json:"label"`
	Main  string `json:"iban"`
}

func harmlessStructThatCameFromElsewhere(c *customerio.CustomerIO, find func() purse) {
	c.Identify("u1", map[string]any{"box": find()})
}

type purse struct {
	Label string `json:"label"`
	Coins int    `json:"coins"`
}

func fieldNameIsTheKey(c *customerio.CustomerIO, v string) {
	type profile struct{ City, SSN string }
	c.Identify("u1", map[string]any{"profile": profile{SSN: v}}) // want `never-send key "SSN" reaches \(\*customerio.CustomerIO\).Identify`
}

func fieldLeftOut(c *customerio.CustomerIO, v string) {
	type profile struct {
		City string `json:"city"`
		SSN  string `json:"-"`
	}
	c.Identify("u1", map[string]any{"profile": profile{City: "Berlin", SSN: v}})
}

func dashAsAName(c *customerio.CustomerIO, v string) {
	type profile struct {
		City string `json:"city"`
		SSN  string `json:"-,"`
	}
	c.Identify("u1", map[string]any{"profile": profile{SSN: v}}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "-"`
}

func unexportedField(c *customerio.CustomerIO, v string) {
	type profile struct {
		City string `json:"city"`
		ssn  string
	}
	c.Identify("u1", map[string]any{"profile": profile{City: "Berlin", ssn: v}})
}

func omitemptyIsNoProtection(c *customerio.CustomerIO, v string) {
	type profile struct {
		Number string `json:"tax_id,omitempty"`
	}
	c.Identify("u1", map[string]any{"profile": profile{Number: v}}) // want `never-send key "tax_id" reaches \(\*customerio.CustomerIO\).Identify`
}

func fieldNeverFilled(c *customerio.CustomerIO, v string) {
	type profile struct {
		City   string `json:"city"`
		Number string `json:"tax_id,omitempty"`
	}
	c.Identify("u1", map[string]any{"profile": profile{City: v}})
}

func fieldEmptied(c *customerio.CustomerIO, a login) {
	a.Word = ""
	c.Identify("u1", map[string]any{"login": a})
}

type login struct {
	Name string `json:"name"`
	Word string `json:"password,omitempty"`
}

func fieldKept(c *customerio.CustomerIO, a login) {
	a.Name = ""
	c.Identify("u1", map[string]any{"login": a}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func pointerToAStruct(c *customerio.CustomerIO, v string) {
	type profile struct {
		Number *string `json:"cvv"`
	}
	c.Identify("u1", map[string]any{"profile": &profile{Number: &v}}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessPointerToAStruct(c *customerio.CustomerIO, v string) {
	type profile struct {
		Number *string `json:"shoe_size"`
	}
	c.Identify("u1", map[string]any{"profile": &profile{Number: &v}})
}

type base struct {
	Key string `json:"api_key"`
}

type embedding struct {
	base
	City string `json:"city"`
}

func embeddedFieldsArePromoted(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"profile": embedding{base: base{Key: v}}}) // want `never-send key "api_key" reaches \(\*customerio.CustomerIO\).Identify`
}

func embeddedFieldHiddenByAnother(c *customerio.CustomerIO, v string) {
	type hiding struct {
		base
		Key string `json:"api_key,omitempty"`
	}
	c.Identify("u1", map[string]any{"profile": hiding{base: base{Key: v}}})
}

func structInASlice(c *customerio.CustomerIO, v string) {
	type child struct {
		Number string `json:"ssn"`
	}
	c.Identify("u1", map[string]any{"children": []child{{Number: v}}}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessStructInASlice(c *customerio.CustomerIO, v string) {
	type child struct {
		Number string `json:"shirt"`
	}
	c.Identify("u1", map[string]any{"children": []child{{Number: v}}})
}

func structInAStruct(c *customerio.CustomerIO, v string) {
	type bank struct {
		Account string `json:"bank_account"`
	}
	type profile struct {
		Bank bank `json:"payout"`
	}
	c.Identify("u1", map[string]any{"profile": profile{Bank: bank{Account: v}}}) // want `never-send key "bank_account" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessStructInAStruct(c *customerio.CustomerIO, v string) {
	type home struct {
		City string `json:"city"`
	}
	type profile struct {
		Home home `json:"trip"`
	}
	c.Identify("u1", map[string]any{"profile": profile{Home: home{City: v}}})
}

func innocentNameForASensitiveField(c *customerio.CustomerIO, v string) {
	type profile struct {
		SSN string `json:"note"`
	}
	c.Identify("u1", map[string]any{"profile": profile{SSN: v}}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func timeUnderAHarmlessName(c *customerio.CustomerIO, t time.Time) {
	type profile struct {
		Changed time.Time `json:"password_changed_at"`
		Set     bool      `json:"has_password"`
	}
	c.Identify("u1", map[string]any{"profile": profile{Changed: t, Set: true}})
}

// toMap is the usual round trip.
func toMap(v any) (map[string]any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, err
	}
	return m, nil
}

func must(m map[string]any, err error) map[string]any {
	if err != nil {
		panic(err)
	}
	return m
}

func roundTrip(c *customerio.CustomerIO, v string) {
	type profile struct {
		Number string `json:"ssn"`
	}
	c.Identify("u1", must(toMap(profile{Number: v}))) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessRoundTrip(c *customerio.CustomerIO, v string) {
	type profile struct {
		Number string `json:"shirt"`
	}
	c.Identify("u1", must(toMap(profile{Number: v})))
}

func roundTripLeavesFieldsOut(c *customerio.CustomerIO, v string) {
	type profile struct {
		City   string `json:"city"`
		Number string `json:"-"`
		ssn    string
	}
	c.Identify("u1", must(toMap(profile{City: "Berlin", Number: v, ssn: v})))
}

func roundTripOfAMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", must(toMap(map[string]string{"password": v}))) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessRoundTripOfAMap(c *customerio.CustomerIO, v string) {
	c.Identify("u1", must(toMap(map[string]string{"plan": v})))
}

func keyDeletedAfterTheRoundTrip(c *customerio.CustomerIO, v string) {
	type profile struct {
		City   string `json:"city"`
		Number string `json:"ssn"`
	}
	m := must(toMap(profile{City: "Berlin", Number: v}))
	delete(m, "ssn")
	c.Identify("u1", m)
}

func anotherKeyDeletedAfterTheRoundTrip(c *customerio.CustomerIO, v string) {
	type profile struct {
		City   string `json:"city"`
		Number string `json:"ssn"`
	}
	m := must(toMap(profile{City: "Berlin", Number: v})) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	delete(m, "city")
	c.Identify("u1", m)
}

type signup struct {
	Name string `json:"name"`
	Code string `json:"cvv"`
}

func decodedRequest(c *customerio.CustomerIO, r *http.Request) error {
	var in signup
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return err
	}
	return c.Identify("u1", map[string]any{"signup": in}) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessFieldOfADecodedRequest(c *customerio.CustomerIO, r *http.Request) error {
	var in login
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return err
	}
	return c.Identify("u1", map[string]any{"name": in.Name})
}

// safe decides itself how it is encoded.
type safe struct {
	City string
	SSN  string
}

// MarshalJSON leaves the number out.
func (s safe) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]string{"city": s.City})
}

func ownEncoding(c *customerio.CustomerIO, s safe) {
	c.Identify("u1", map[string]any{"profile": s})
}

func fieldOfTypeAny(c *customerio.CustomerIO, v string) {
	type wrapper struct {
		Inner any `json:"inner"`
	}
	c.Identify("u1", map[string]any{"profile": wrapper{Inner: map[string]any{"mrn": v}}}) // want `never-send key "mrn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessFieldOfTypeAny(c *customerio.CustomerIO, v string) {
	type wrapper struct {
		Inner any `json:"inner"`
	}
	c.Identify("u1", map[string]any{"profile": wrapper{Inner: map[string]any{"tier": v}}})
}

func rawMessage(c *customerio.CustomerIO, v string) {
	raw := json.RawMessage(must2(json.Marshal(map[string]string{"jwt": v}))) // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
	c.Identify("u1", map[string]any{"profile": raw})
}

func must2(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

func harmlessRawMessage(c *customerio.CustomerIO, v string) {
	raw := json.RawMessage(must2(json.Marshal(map[string]string{"tier": v})))
	c.Identify("u1", map[string]any{"profile": raw})
}

// node refers to itself.
type node struct {
	Label string `json:"label"`
	Next  *node  `json:"next"`
}

func harmlessTypeThatRefersToItself(c *customerio.CustomerIO, n *node) {
	c.Identify("u1", map[string]any{"list": n})
}

type dirtyNode struct {
	Number string     `json:"ssn"`
	Next   *dirtyNode `json:"next"`
}

func typeThatRefersToItself(c *customerio.CustomerIO, n *dirtyNode) {
	c.Identify("u1", map[string]any{"list": n}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}
