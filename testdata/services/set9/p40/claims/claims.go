package claims

import (
	"context"
	"time"
)

type Claim struct {
	PolicyHolderID string
	MemberNumber   string
	BankAccount    string
	DecidedAt      time.Time
	ApprovedCents  int
}

type Band string

func BandOf(cents int) Band {
	switch {
	case cents == 0:
		return "none"
	case cents < 500_00:
		return "small"
	default:
		return "large"
	}
}

type Payments interface {
	Transfer(ctx context.Context, account string, cents int) error
}

type Audience interface {
	Announce(ctx context.Context, data map[string]any, ids []string) error
}

type Run struct {
	Pay      Payments
	Audience Audience
}

func (r Run) Settle(ctx context.Context, cs []Claim) error {
	bands := map[Band][]string{}
	for _, c := range cs {
		if err := r.Pay.Transfer(ctx, c.BankAccount, c.ApprovedCents); err != nil {
			continue
		}
		b := BandOf(c.ApprovedCents)
		bands[b] = append(bands[b], c.PolicyHolderID)
	}
	for band, ids := range bands {
		if err := r.Audience.Announce(ctx, map[string]any{"band": string(band), "people": len(ids)}, ids); err != nil {
			return err
		}
	}
	return nil
}
