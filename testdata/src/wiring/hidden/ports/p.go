// Mode: unless-clean.

// Package ports has what the domain calls.
package ports

type Tracker interface {
	Identify(id string, attrs map[string]any) error
}
