// Mode: unless-clean.

// Package named hands over a decorator that hands on.
package named

import (
	"wiring/forms/adapter"
	"wiring/forms/decorator"
	"wiring/forms/domain"
	"wiring/forms/ports"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByMap(map[string]ports.Tracker{"cio": decorator.NewLogging(adapter.New(c))}) // want `never-send key "passport_number" put into the payload in domain\.[^ ]+ reaches \(\*customerio\.CustomerIO\)\.Identify through the adapter given here`
	return d
}
