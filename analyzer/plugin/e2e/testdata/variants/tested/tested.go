// Package tested is analysed with its tests, and by some drivers without them,
// too. Both see the same in this file.
package tested

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

var client = customerio.NewTrackClient("site", "key")

// Identify is called by the external tests.
func Identify(id string, m map[string]any) error {
	return client.Identify(id, m)
}

func called(m map[string]any) error {
	return client.Identify("u1", m)
}

// onlyTests has no caller but the tests.
func onlyTests(m map[string]any) error {
	return client.Identify("u1", m) // want `skips the sanitizer`
}

func calls(email string) error {
	return called(map[string]any{"email": email, "ssn": email}) // want `never-send key "ssn"`
}

// extra is another value in the tests.
var extra = map[string]any{"plan": "pro"}

func sendExtra() error {
	return client.Identify("u1", extra) // want `skips the sanitizer`
}

func silenced(id string) error {
	//ciolint:ignore neversend until May, see DPO-12
	return client.Identify(id, map[string]any{"ssn": id})
}

func notSilenced(id string) error {
	//ciolint:ignore webhook there is none // want `suppresses no finding`
	return client.Identify(id, nil)
}

var deliver = func(m map[string]any) error { return client.Identify("u1", m) }

func viaVariable(v string) error {
	return deliver(map[string]any{"ssn": v}) // want `never-send key "ssn"`
}

type sender interface{ send(m map[string]any) error }

type real struct{}

func (real) send(m map[string]any) error { return client.Identify("u1", m) }

func viaInterface(s sender, v string) error {
	return s.send(map[string]any{"iban": v}) // want `never-send key "iban"`
}

var scrub = sanitize.Attributes

func viaScrub(v string) error {
	return client.Identify("u1", scrub(map[string]any{"phone": v}))
}

func viaLookup(v string) error {
	return client.Identify("u1", lookup(v))
}

var lookup = func(v string) map[string]any {
	return map[string]any{"ssn": v} // want `never-send key "ssn"`
}
