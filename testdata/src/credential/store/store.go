// Mode: always.

// Package store has a store of settings of its own, which knows its defaults by
// name.
package store

import (
	"os"

	customerio "github.com/customerio/go-customerio/v3"
)

type store struct{ defaults map[string]string }

func (s *store) setDefault(name, val string) { s.defaults[name] = val }

func (s *store) get(name string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return s.defaults[name]
}

// What stands beside a key is no key: a region, a time, an address.
func withKey() *customerio.APIClient {
	s := &store{map[string]string{}}
	s.setDefault("region", "eu")
	s.setDefault("timeout", "1h30m10.5s")
	s.setDefault("base", "https://api-eu.customer.io")
	s.setDefault("host", "track-eu.customer.io")
	s.setDefault("secret", "projects/1234567890/secrets/cio-app-key")
	s.setDefault("key", "00112233445566778899aabbccddee07") // want `hardcoded App API key "0011…"`
	return customerio.NewAPIClient(s.get("key"))
}
