package audience

import (
	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type putter interface {
	Put(id string, traits map[string]any) error
}

type Vendor struct{ c *customerio.CustomerIO }

func NewVendor(c *customerio.CustomerIO) *Vendor { return &Vendor{c: c} }

func (v *Vendor) Put(id string, traits map[string]any) error { return v.c.Identify(id, traits) }

// Private wraps an audience so that it sees what the privacy policy allows.
type Private struct{ next putter }

func NewPrivate(next putter) Private { return Private{next: next} }

func (p Private) Put(id string, traits map[string]any) error {
	return p.next.Put(id, sanitize.Attributes(traits))
}
