// Package gateway has the parts of a gateway.
package gateway

import (
	"context"
	"maps"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p46/audience"
)

type clean struct{ inner audience.Gateway }

// Clean sanitizes.
func Clean(inner audience.Gateway) audience.Gateway { return clean{inner} }

func (c clean) Update(ctx context.Context, member string, attributes map[string]any) error {
	return c.inner.Update(ctx, member, sanitize.Attributes(attributes))
}

type reachable struct {
	inner audience.Gateway
	dir   audience.Directory
}

// Reachable adds how members are reached.
func Reachable(inner audience.Gateway, dir audience.Directory) audience.Gateway {
	return &reachable{inner, dir}
}

func (r *reachable) Update(ctx context.Context, member string, attributes map[string]any) error {
	more := maps.Clone(attributes)
	if phone, err := r.dir.PhoneOf(ctx, member); err == nil && phone != "" {
		more["phone"] = phone
	}
	return r.inner.Update(ctx, member, more)
}

type profiles struct{ c *customerio.CustomerIO }

// Profiles is the end of the chain.
func Profiles(c *customerio.CustomerIO) audience.Gateway { return profiles{c} }

func (p profiles) Update(ctx context.Context, member string, attributes map[string]any) error {
	return p.c.IdentifyCtx(ctx, member, attributes)
}
