// Mode: unless-clean.

// Package app puts them together.
package app

import (
	"wiring/lists/adapter"
	"wiring/lists/domain"

	customerio "github.com/customerio/go-customerio/v3"
)

func broadcast(api *customerio.APIClient) (domain.Leaks, domain.Harmless) {
	return domain.Leaks{M: adapter.Broadcast{API: api}}, // want `never-send key "ssn" put into the payload in domain\.\(Leaks\)\.Do reaches .*TriggerBroadcast`
		domain.Harmless{M: adapter.Broadcast{API: api}}
}

func single(c *customerio.CustomerIO) (domain.Leaks, domain.Harmless) {
	return domain.Leaks{M: adapter.Single{C: c}}, // want `never-send key "ssn" put into the payload in domain\.\(Leaks\)\.Do reaches .*Identify`
		domain.Harmless{M: adapter.Single{C: c}}
}

func maps(c *customerio.CustomerIO) (domain.Saves, domain.SavesLess) {
	return domain.Saves{D: adapter.Single{C: c}}, // want `never-send key "ssn" put into the payload in domain\.\(Saves\)\.Do reaches .*Identify`
		domain.SavesLess{D: adapter.Single{C: c}}
}

func hidden(c *customerio.CustomerIO) (domain.Hides, domain.Harmless) {
	return domain.Hides{M: adapter.Hidden{C: c}}, // want `never-send key "ssn" put into the payload in domain\.\(Hides\)\.Do reaches .*Identify`
		domain.Harmless{M: adapter.Hidden{C: c}}
}
