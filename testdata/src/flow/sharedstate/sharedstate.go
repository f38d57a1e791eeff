// Mode: never.

// Package sharedstate keeps payloads in a cache and in a singleton: one function fills what
// another one sends.
package sharedstate

import (
	"sync"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, SSN string }

// A cache keyed by user, filled by one method and sent by another.
type cache struct {
	mu   sync.Mutex
	rows map[string]map[string]any
}

func (k *cache) add(id, ssn string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	row := k.rows[id]
	if row == nil {
		row = map[string]any{}
		k.rows[id] = row
	}
	row["ssn"] = ssn // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func (k *cache) flush(c *customerio.CustomerIO) error {
	for id, row := range k.rows {
		if err := c.Identify(id, row); err != nil {
			return err
		}
	}
	return nil
}

func singleton(v string) *profile {
	once.Do(func() { shared = &profile{attrs: map[string]any{}} })
	shared.attrs["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	return shared
}

var (
	once   sync.Once
	shared *profile
)

type profile struct{ attrs map[string]any }

func sendsTheSingleton(c *customerio.CustomerIO) error {
	return c.Identify("u1", shared.attrs)
}
