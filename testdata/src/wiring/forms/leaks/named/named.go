// Mode: unless-clean.

// Package named hands over an adapter that sends what it is given.
package named

import (
	"wiring/forms/adapter"
	"wiring/forms/domain"
	"wiring/forms/ports"

	customerio "github.com/customerio/go-customerio/v3"
)

func Wire(c *customerio.CustomerIO) any {
	d := domain.NewByMap(map[string]ports.Tracker{"cio": adapter.New(c)}) // want `never-send key "passport_number" put into the payload in domain\.[^ ]+ reaches \(\*customerio\.CustomerIO\)\.Identify through the adapter given here`
	return d
}
