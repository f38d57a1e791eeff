package cio

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Sync struct {
	api   *customerio.CustomerIO
	clean *sanitize.Sanitizer
}

func NewSync(api *customerio.CustomerIO, hashKey []byte) *Sync {
	return &Sync{api: api, clean: sanitize.New(sanitize.WithHashKey(hashKey))}
}

func (s *Sync) Sync(ctx context.Context, id string, state map[string]any) error {
	return s.api.IdentifyCtx(ctx, id, s.clean.WithContext(ctx).Attributes(state))
}
