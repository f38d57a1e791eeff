// Mode: unless-clean.

// Package app sets the hooks to methods of the client, functions of its own and
// literals.
package app

import (
	"wiring/hooks/auth"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

func method(c *customerio.CustomerIO) *auth.Service {
	s := &auth.Service{}
	s.Hooks = auth.Hooks{OnLogin: c.Identify} // want `payload put together in auth\.\(\*Service\)\.Login of \(\*customerio\.CustomerIO\)\.Identify skips the sanitizer through the adapter given here and holds "last_login_ip"`
	return s
}

func harmless(c *customerio.CustomerIO) *auth.Harmless { return &auth.Harmless{On: c.Identify} }

func literal(c *customerio.CustomerIO) *auth.Service {
	s := &auth.Service{}
	s.Hooks.OnLogin = func(user string, details map[string]any) error { // want `skips the sanitizer through the adapter given here and holds "last_login_ip"`
		return c.Identify(user, details)
	}
	return s
}

func sanitized(c *customerio.CustomerIO) *auth.Service {
	return &auth.Service{Hooks: auth.Hooks{OnLogin: func(user string, details map[string]any) error {
		return c.Identify(user, sanitize.Attributes(details))
	}}}
}
