package cioadapter

import (
	"context"
	"fmt"

	customerio "github.com/customerio/go-customerio/v3"
)

type Adapter struct{ client *customerio.CustomerIO }

func New(client *customerio.CustomerIO) *Adapter { return &Adapter{client: client} }

func (a *Adapter) Upsert(ctx context.Context, ref string, traits map[string]any) error {
	if err := a.client.IdentifyCtx(ctx, ref, traits); err != nil {
		return fmt.Errorf("upsert: %w", err)
	}
	return nil
}
