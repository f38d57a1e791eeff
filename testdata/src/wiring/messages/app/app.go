// Mode: unless-clean.

// Package app publishes to a bus, and subscribes to it.
package app

import (
	"wiring/messages/bus"
	"wiring/messages/crm"

	customerio "github.com/customerio/go-customerio/v3"
)

func wire(c *customerio.CustomerIO) *bus.Bus {
	b := &bus.Bus{}
	b.Subscribe(crm.Profiles{C: c})
	return b
}

func leaks(b *bus.Bus, ssn string) {
	b.Publish(bus.Message{Subject: "1", Fields: map[string]any{"ssn": ssn}}) // want `never-send key "ssn" reaches`
}

func harmless(b *bus.Bus, plan string) {
	b.Publish(bus.Message{Subject: "1", Fields: map[string]any{"plan": plan}})
}
