// Mode: unless-clean.

// Package farerrors sends the texts of errors that another package makes.
package farerrors

import (
	"flow/farerrors/pay"

	customerio "github.com/customerio/go-customerio/v3"
)

func A(c *customerio.CustomerIO, g *pay.Gateway, m pay.Method) {
	if err := g.Charge(m); err != nil {
		c.Track("1", "e", map[string]any{"reason": err.Error()}) // want `never-send value CardNumber`
	}
}

func B(c *customerio.CustomerIO, g *pay.Gateway, m pay.Method) {
	if err := g.Refuse(m); err != nil {
		c.Track("1", "e", map[string]any{"reason": err.Error()})
	}
}
