// Mode: never.

// Package unpackederrors sends what errors.As and errors.AsType find in an error.
package unpackederrors

import (
	"errors"

	"github.com/customerio/go-customerio/v3"
)

type rejected struct {
	Fields map[string]any
	Reason string
}

func (e *rejected) Error() string { return "rejected" }

func as(c *customerio.CustomerIO, v string) {
	var err error = &rejected{Fields: map[string]any{"ssn": v}} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Track`
	var e *rejected
	if errors.As(err, &e) {
		c.Track("1", "rejected", e.Fields)
	}
}

func asItsReason(c *customerio.CustomerIO, v string) {
	var err error = &rejected{Fields: map[string]any{"ssn": v}, Reason: "blank"}
	var e *rejected
	if errors.As(err, &e) {
		c.Track("1", "rejected", map[string]any{"reason": e.Reason})
	}
}

func asType(c *customerio.CustomerIO, v string) {
	var err error = &rejected{Fields: map[string]any{"ssn": v}} // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Track`
	if e, ok := errors.AsType[*rejected](err); ok {
		c.Track("1", "rejected", e.Fields)
	}
}

func asTypeItsReason(c *customerio.CustomerIO, v string) {
	var err error = &rejected{Fields: map[string]any{"ssn": v}, Reason: "blank"}
	if e, ok := errors.AsType[*rejected](err); ok {
		c.Track("1", "rejected", map[string]any{"reason": e.Reason})
	}
}
