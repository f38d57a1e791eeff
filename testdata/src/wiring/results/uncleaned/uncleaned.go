// Mode: unless-clean.

// Package uncleaned brings a cleaner that does not clean.
package uncleaned

import (
	"wiring/results/clean"
	"wiring/results/pipeline"

	customerio "github.com/customerio/go-customerio/v3"
)

func wire(c *customerio.CustomerIO) *pipeline.Cleaned {
	return pipeline.NewCleaned(clean.Nothing{}, clean.Client{C: c}) // want `skips the sanitizer through the adapter given here`
}
