// Mode: never.

// Package errortexts puts error texts into payloads.
package errortexts

import (
	"errors"
	"fmt"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ Name, SSN string }

func textWithTheValue(c *customerio.CustomerIO, u user) {
	c.Track("u1", "failed", map[string]any{"error": fmt.Errorf("no match for %s", u.SSN).Error()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "error"`
}

func textWithoutTheValue(c *customerio.CustomerIO, u user) {
	c.Track("u1", "failed", map[string]any{"error": fmt.Errorf("no match for %s", u.Name).Error()})
}

func constantText(c *customerio.CustomerIO) {
	c.Track("u1", "failed", map[string]any{"error": errors.New("ssn is not valid").Error()})
}

func errorInAVariable(c *customerio.CustomerIO, u user) {
	err := fmt.Errorf("no match for %q", u.SSN)
	c.Track("u1", "failed", map[string]any{"error": err.Error()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "error"`
}

func wrappedError(c *customerio.CustomerIO, u user) {
	err := fmt.Errorf("no match for %q", u.SSN)
	err = fmt.Errorf("sign up: %w", err)
	c.Track("u1", "failed", map[string]any{"error": err.Error()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "error"`
}

func joinedErrors(c *customerio.CustomerIO, u user) {
	err := errors.Join(errors.New("sign up"), errors.New("no match for "+u.SSN))
	c.Track("u1", "failed", map[string]any{"error": err.Error()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "error"`
}

func harmlessJoinedErrors(c *customerio.CustomerIO, u user) {
	err := errors.Join(errors.New("sign up"), errors.New("no match for "+u.Name))
	c.Track("u1", "failed", map[string]any{"error": err.Error()})
}

func validate(u user) error {
	if len(u.SSN) != 11 {
		return errors.New("wrong length")
	}
	return nil
}

func errorOfACheck(c *customerio.CustomerIO, u user) {
	if err := validate(u); err != nil {
		c.Track("u1", "failed", map[string]any{"error": err.Error()})
	}
}

func errorPrinted(c *customerio.CustomerIO, u user) {
	err := errors.New("no match for " + u.SSN)
	c.Track("u1", "failed", map[string]any{"error": fmt.Sprint(err)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "error"`
}

func presenceOfAnError(c *customerio.CustomerIO, u user) {
	err := fmt.Errorf("no match for %q", u.SSN)
	c.Track("u1", "failed", map[string]any{"failed": err != nil})
}

func errorReturnedNotSent(c *customerio.CustomerIO, u user) error {
	c.Track("u1", "failed", map[string]any{"reason": "no match"})
	return fmt.Errorf("no match for %q", u.SSN)
}

type lookupError struct{ text, hint string }

func (e *lookupError) Error() string { return "lookup: " + e.text }

func ownErrorType(c *customerio.CustomerIO, u user) {
	err := &lookupError{text: u.SSN}
	c.Track("u1", "failed", map[string]any{"error": err.Error()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Track under "error"`
}

type calmError struct{ text, hint string }

func (e *calmError) Error() string { return "lookup: " + e.text }

func ownErrorTypeThatLeavesTheValueOut(c *customerio.CustomerIO, u user) {
	err := &calmError{text: u.Name, hint: u.SSN}
	c.Track("u1", "failed", map[string]any{"error": err.Error()})
}
