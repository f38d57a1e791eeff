// Mode: unless-clean.

// Package pay returns errors, of which some quote data.
package pay

import (
	"errors"
	"fmt"
)

type Method struct{ CardNumber, Kind string }

type Gateway struct{ n int }

func (g *Gateway) Charge(m Method) error {
	if len(m.CardNumber) < 13 {
		return fmt.Errorf("card %q is too short", m.CardNumber)
	}
	return nil
}

func (g *Gateway) Refuse(m Method) error {
	if m.Kind == "" {
		return fmt.Errorf("kind %q", m.Kind)
	}
	return errors.New("refused")
}
