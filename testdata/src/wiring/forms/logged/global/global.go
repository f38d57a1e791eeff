// Mode: unless-clean.

// Package global hands over a decorator that hands on.
package global

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	domain.Default = decorator.NewLogging(adapter.New(c)) // want `never-send key "passport_number" put into the payload in domain\.[^ ]+ reaches \(\*customerio\.CustomerIO\)\.Identify through the adapter given here`
	d := 1
	return d
}
