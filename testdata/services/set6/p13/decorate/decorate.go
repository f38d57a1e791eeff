// Package decorate has what stands between the use cases and Customer.io.
package decorate

import (
	"context"
	"maps"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"services/set6/p13/core"
)

type Clean struct{ Next core.Profiles }

func (c Clean) Put(ctx context.Context, id string, attrs map[string]any) error {
	return c.Next.Put(ctx, id, sanitize.Attributes(attrs))
}

type enrich struct {
	next core.Profiles
	dir  core.Directory
}

// Enrich adds what the directory knows about the party.
func Enrich(next core.Profiles, dir core.Directory) core.Profiles {
	return &enrich{next: next, dir: dir}
}

func (e *enrich) Put(ctx context.Context, id string, attrs map[string]any) error {
	p, err := e.dir.Lookup(ctx, id)
	if err != nil {
		return e.next.Put(ctx, id, attrs)
	}
	all := maps.Clone(attrs)
	all["balance"] = p.Balance
	all["debit_iban"] = p.IBAN
	return e.next.Put(ctx, id, all)
}
