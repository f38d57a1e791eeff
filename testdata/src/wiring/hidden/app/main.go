// Mode: unless-clean.

// Package main wires what it cannot name.
package main

import (
	"wiring/hidden/domain"
	"wiring/hidden/platform"
)

func main() {
	t := platform.Tracker()
	domain.New(t).Do("1") // want `never-send key "ssn" put into the payload in domain\.\(\*S\)\.Do reaches`
}
