// Mode: unless-clean.

// Package platform returns the adapter behind its interface, so that importers see neither it nor its package.
package platform

import (
	"os"

	"wiring/hidden/impl"
	"wiring/hidden/ports"

	customerio "github.com/customerio/go-customerio/v3"
)

func Tracker() ports.Tracker {
	return impl.New(customerio.NewTrackClient(os.Getenv("A"), os.Getenv("B")))
}
