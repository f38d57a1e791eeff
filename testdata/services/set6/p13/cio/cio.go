package cio

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

type Profiles struct{ api *customerio.CustomerIO }

func NewProfiles(siteID, key string) *Profiles {
	return &Profiles{api: customerio.NewTrackClient(siteID, key)}
}

func (p *Profiles) Put(ctx context.Context, id string, attrs map[string]any) error {
	return p.api.IdentifyCtx(ctx, id, attrs)
}
