// Package settings has the options of our HR suite's clients.
package settings

import "time"

// Settings of a client.
type Settings struct {
	SiteID  string
	Secret  string
	Timeout time.Duration
}

// Option changes settings.
type Option func(*Settings)

const (
	sandboxSite   = "a91c3f7be20d4485b6f1"
	sandboxSecret = "7de41b09c2f85a63e1d7"
)

// Sandbox points at the shared sandbox workspace.
func Sandbox() Option {
	return func(s *Settings) {
		s.SiteID = sandboxSite
		s.Secret = sandboxSecret
	}
}

// Keys sets the keys.
func Keys(site, secret string) Option {
	return func(s *Settings) { s.SiteID, s.Secret = site, secret }
}

// Timeout limits requests.
func Timeout(d time.Duration) Option { return func(s *Settings) { s.Timeout = d } }

// Apply makes settings of options.
func Apply(opts ...Option) Settings {
	s := Settings{Timeout: 5 * time.Second}
	for _, o := range opts {
		o(&s)
	}
	return s
}
