package engage

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

type Engage struct{ cio *customerio.CustomerIO }

func New(cio *customerio.CustomerIO) *Engage { return &Engage{cio: cio} }

func (e *Engage) Upsert(ctx context.Context, personID string, facts map[string]any) error {
	facts["source"] = "claims"
	return e.cio.IdentifyCtx(ctx, personID, facts)
}
