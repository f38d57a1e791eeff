// Mode: always.

// Package app is three packages away from the SDK.
package app

import (
	"across/analytics"
	"across/api"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type person struct {
	Plan   string `json:"plan"`
	Number string `json:"ssn"`
}

type harmless struct {
	Plan string `json:"plan"`
	Size string `json:"shoe_size"`
}

func threeAway(c *analytics.Client, v string) error {
	return api.Register(c, map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func threeAwayUnsanitized(c *analytics.Client, v string) error {
	return api.Register(c, map[string]any{"plan": v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer`
}

func threeAwaySanitized(c *analytics.Client, v string) error {
	return api.Register(c, sanitize.Attributes(map[string]any{"ssn": v}))
}

// registrar is this package's own idea of the service.
type registrar interface {
	Register(attrs map[string]any) error
}

func ownInterface(r registrar, v string) error {
	return r.Register(map[string]any{"iban": v}) // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Identify`
}

func roundTrip(c *analytics.Client, p person) error {
	m, err := api.ToMap(p)
	if err != nil {
		return err
	}
	return api.Register(c, m) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func harmlessRoundTrip(c *analytics.Client, h harmless) error {
	m, err := api.ToMap(h)
	if err != nil {
		return err
	}
	return api.Register(c, sanitize.Attributes(m))
}

func byLibrary(c *analytics.Client, p person) error {
	return api.Register(c, api.Fields(p)) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func byAnother(c *analytics.Client, p person) error {
	m, err := api.Decoded(p)
	if err != nil {
		return err
	}
	return api.Register(c, m) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}
