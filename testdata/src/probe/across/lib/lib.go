// Mode: probe.

// Package lib is asked by package across for what other packages do.
package lib

// User is a record.
type User struct{ Name, SSN string }

// Attributes builds a payload.
func Attributes(u User) map[string]any { return map[string]any{"name": u.Name, "ssn": u.SSN} }

// Fill writes to a payload.
func Fill(m map[string]any, v string) { m["ssn"] = v }

// FillCount writes to a payload under a key that it puts together.
func FillCount(m map[string]any, name, v string) { m[name+"_count"] = v }

// FillName writes to a payload under a key that it is given.
func FillName(m map[string]any, name, v string) { m[name] = v }

// A Message has a payload and a text.
type Message struct {
	Attrs, Extra map[string]any
	Note, SSN    string
}

// NewMessage returns a message.
func NewMessage(v string) Message {
	return Message{Attrs: map[string]any{"plan": v}, Note: v, SSN: v}
}

// Build returns a record.
func Build(v string) User { return User{Name: v} }

// Default is a payload.
var Default = map[string]any{"plan": "pro"}
