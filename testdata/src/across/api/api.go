// Mode: always.

// Package api wraps what wraps the SDK, and has decoders of its own.
package api

import (
	"encoding/json"

	"github.com/fatih/structs"
	"github.com/mitchellh/mapstructure"

	"across/analytics"
)

// Register passes on what it is given.
func Register(c *analytics.Client, attrs map[string]any) error { // want Register:`sends p1 to \(\*customerio.CustomerIO\).Identify`
	return c.Identify("u1", attrs)
}

// Service is what programs depend on; Register is behind it.
type Service struct{ c *analytics.Client }

// Register passes on what it is given.
func (s *Service) Register(attrs map[string]any) error { // want Register:`sends p1 to \(\*customerio.CustomerIO\).Identify`
	return Register(s.c, attrs)
}

// ToMap is the usual round trip.
func ToMap[T any](v T) (map[string]any, error) { // want ToMap:`returns p0`
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, err
	}
	return m, nil
}

// Fields is the same with a library.
func Fields(v any) map[string]any { return structs.Map(v) } // want Fields:`returns p0`

// Decoded is the same with another.
func Decoded(v any) (m map[string]any, err error) { // want Decoded:`returns p0`
	err = mapstructure.Decode(v, &m)
	return m, err
}
