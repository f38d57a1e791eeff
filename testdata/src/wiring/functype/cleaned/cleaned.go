// Mode: unless-clean.

// Package cleaned puts a function that sanitizes behind the interface.
package cleaned

import (
	"wiring/functype/domain"
	"wiring/functype/tracking"

	customerio "github.com/customerio/go-customerio/v3"
)

func clean(c *customerio.CustomerIO) *domain.Service { return domain.New(tracking.Clean(c)) }
