// Mode: always.

// Package users knows nothing of Customer.io.
package users

// User is a person.
type User struct {
	ID, Plan, SSN string
}

// Attributes is what other packages send.
func Attributes(u User) map[string]any { // want Attributes:`returns {plan: Plan: p0.Plan|returns {plan: p0.Plan, ssn: .*p0.SSN}`
	return map[string]any{"plan": u.Plan, "ssn": u.SSN}
}

// Public is harmless.
func Public(u User) map[string]any { return map[string]any{"plan": u.Plan} } // want Public:`returns {plan: p0.Plan}`

// Defaults are shared.
var Defaults = map[string]any{"plan": "free", "pin": "0000"} // want Defaults:`holds {plan: text\(4\), pin: text\(4\)}`

// Quote returns what it is given.
func Quote(s string) string { return "<" + s + ">" } // want Quote:`returns .*p0`
