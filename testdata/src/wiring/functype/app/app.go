// Mode: unless-clean.

// Package app puts them together.
package app

import (
	"wiring/functype/domain"
	"wiring/functype/tracking"

	customerio "github.com/customerio/go-customerio/v3"
)

func leaks(c *customerio.CustomerIO) *domain.Service {
	return domain.New(tracking.Remote(c)) // want `payload put together in domain.\(\*Service\).Publish of .*Track skips the sanitizer`
}

func clean(c *customerio.CustomerIO) *domain.Quiet { return domain.NewQuiet(tracking.Remote(c)) }
