// Package exit is the one way out to vendors.
package exit

import (
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Door struct {
	s *sanitize.Sanitizer
	c *customerio.CustomerIO
}

func Open(hashKey []byte) *Door {
	return &Door{
		s: sanitize.New(sanitize.WithHashKey(hashKey)),
		c: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
	}
}

func (d *Door) Profile(user string, attrs map[string]any) error {
	return d.c.Identify(user, d.s.Attributes(attrs))
}
