// Mode: unless-clean.

// Package domain calls an interface of its own.
package domain

type Tracker interface {
	Identify(id string, attrs map[string]any) error
}

type Clean struct{ t Tracker }

func NewClean(t Tracker) *Clean { return &Clean{t} }

func (c *Clean) Do(id, plan string) { c.t.Identify(id, map[string]any{"plan": plan}) }

type Leaky struct{ t Tracker }

func NewLeaky(t Tracker) *Leaky { return &Leaky{t} }

func (l *Leaky) Do(id, ssn string) { l.t.Identify(id, map[string]any{"ssn": ssn}) }
