package verification

import (
	"context"

	"services/set4/p06/events"
)

type Upload struct {
	PassportNumber string
	NationalID     string
	Selfie         []byte
}

type Verifier struct {
	Done *events.Topic[events.VerificationDone]
}

func (v *Verifier) Verify(ctx context.Context, customerID string, ups []Upload) error {
	e := events.VerificationDone{CustomerID: customerID, Outcome: "rejected", NumDocuments: len(ups)}
	for _, u := range ups {
		if u.PassportNumber != "" {
			e.HasPassport = true
		}
		if u.PassportNumber != "" && len(u.Selfie) > 0 {
			e.Outcome = "approved"
		}
	}
	return v.Done.Publish(ctx, e)
}
