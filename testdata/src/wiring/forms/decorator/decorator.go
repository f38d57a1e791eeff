// Mode: unless-clean.

// Package decorator has what stands before an adapter.
package decorator

import (
	"wiring/forms/ports"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// Logging hands on what it is given.
type Logging struct{ next ports.Tracker }

func NewLogging(next ports.Tracker) *Logging { return &Logging{next} }

func (l *Logging) Identify(id string, attrs map[string]any) error {
	return l.next.Identify(id, attrs)
}

// Cleaning sanitizes what it hands on.
type Cleaning struct{ next ports.Tracker }

func NewCleaning(next ports.Tracker) ports.Tracker { return &Cleaning{next} }

func (c *Cleaning) Identify(id string, attrs map[string]any) error {
	return c.next.Identify(id, sanitize.Attributes(attrs))
}

// Embedding has the method of what it embeds.
type Embedding struct{ ports.Tracker }

// A Middleware makes a tracker of another one.
type Middleware func(ports.Tracker) ports.Tracker

func Chain(t ports.Tracker, ms ...Middleware) ports.Tracker {
	for _, m := range ms {
		t = m(t)
	}
	return t
}

func Log(next ports.Tracker) ports.Tracker { return NewLogging(next) }

func Clean(next ports.Tracker) ports.Tracker { return NewCleaning(next) }
