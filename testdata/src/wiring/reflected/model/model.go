// Mode: unless-clean.

// Package model has an event that comes from outside.
package model

type Event struct {
	ID    string
	Attrs map[string]any
}
