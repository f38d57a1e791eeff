// Package cio is the directory at Customer.io.
package cio

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

// Directory at Customer.io.
type Directory struct{ Client *customerio.CustomerIO }

func byID(v string) customerio.Identifier {
	return customerio.Identifier{Type: customerio.IdentifierTypeID, Value: v}
}

// Join merges two profiles.
func (d *Directory) Join(ctx context.Context, keep, old string) error {
	return d.Client.MergeCustomersCtx(ctx, byID(keep), byID(old))
}

// Save a profile.
func (d *Directory) Save(ctx context.Context, id string, fields map[string]any) error {
	return d.Client.IdentifyCtx(ctx, id, fields)
}
