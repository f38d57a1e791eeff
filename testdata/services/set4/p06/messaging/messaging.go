package messaging

import (
	"context"

	"services/set4/p06/events"

	customerio "github.com/customerio/go-customerio/v3"
)

type Profile struct{ *customerio.CustomerIO }

func (p Profile) Handle(ctx context.Context, e events.VerificationDone) error {
	return p.IdentifyCtx(ctx, e.CustomerID, map[string]any{
		"kyc_outcome":   e.Outcome,
		"has_passport":  e.HasPassport,
		"num_documents": e.NumDocuments,
	})
}
