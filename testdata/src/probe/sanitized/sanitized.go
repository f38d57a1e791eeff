// Mode: probe.

// Package sanitized shows what a sanitizer leaves, and what is added behind it.
package sanitized

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
)

func probe(any) {}

func places(any) {}

func attributes(v string) {
	m := map[string]any{"ssn": v, "plan": "pro"}
	s := sanitize.Attributes(m)
	probe(s)  // want content:`sanitized`
	probe(m)  // want content:`raw {plan: "pro", ssn: param v}`
	places(s) // want places:`result of Attributes`
}

func writtenAfterwards(v string) {
	s := sanitize.Attributes(map[string]any{"plan": "pro"})
	s["ssn"] = v
	probe(s) // want content:`sanitized {ssn: param v}`
}

func onOneBranch(v string, on bool) {
	m := map[string]any{"email": v}
	if on {
		m = sanitize.Attributes(m)
	}
	probe(m) // want content:`sanitized raw {email: sanitized clean param v | param v}`
}

func ofACaller(m map[string]any) {
	probe(sanitize.Attributes(m)) // want content:`sanitized clean param m`
	probe(m)                      // want content:`param m`
}

func inAHelper(v string) {
	probe(clean(map[string]any{"email": v})) // want content:`sanitized {email: sanitized clean param v}`
}

func clean(m map[string]any) map[string]any { return sanitize.Attributes(m) }

//ciolint:sanitizer masks all but the last digits
func mask(s string) string { return s[:2] }

func text(v string) {
	probe(mask(v)) // want content:`sanitized`
}
