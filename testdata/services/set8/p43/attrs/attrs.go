// Package attrs builds clean attributes of sellers.
package attrs

import "github.com/ciolint/ciolint/runtime/sanitize"

// Option adds to attributes.
type Option func(map[string]any)

// Shop adds the shop's name.
func Shop(name string) Option { return func(m map[string]any) { m["shop"] = name } }

// Payout adds where the money goes.
func Payout(bank, accountNumber string) Option {
	return func(m map[string]any) {
		m["bank"] = bank
		m["bank_account_number"] = accountNumber
	}
}

// Build applies options to what is known.
func Build(known map[string]any, opts ...Option) map[string]any {
	out := sanitize.Attributes(known)
	if out == nil {
		out = map[string]any{}
	}
	for _, o := range opts {
		o(out)
	}
	return out
}
