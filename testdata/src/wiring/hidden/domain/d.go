// Mode: unless-clean.

// Package domain knows no adapter.
package domain

import "wiring/hidden/ports"

type S struct{ t ports.Tracker }

func New(t ports.Tracker) *S { return &S{t} }

func (s *S) Do(ssn string) { s.t.Identify("1", map[string]any{"ssn": ssn}) }
