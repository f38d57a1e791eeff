package profile

import (
	"context"
	"maps"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Option func(map[string]any)

func With(key string, v any) Option { return func(m map[string]any) { m[key] = v } }

func WithAll(more map[string]any) Option { return func(m map[string]any) { maps.Copy(m, more) } }

type Updater struct{ Client *customerio.CustomerIO }

func (u *Updater) Update(ctx context.Context, id string, base map[string]any, opts ...Option) error {
	attrs := sanitize.Attributes(base)
	for _, o := range opts {
		o(attrs)
	}
	return u.Client.IdentifyCtx(ctx, id, attrs)
}
