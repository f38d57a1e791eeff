package policy

import (
	"context"
	"time"
)

type Holder struct {
	ID          string
	Email       string
	HomePhone   string
	TaxID       string
	PolicyCount int
}

type Renewal struct {
	PolicyNo string
	DueOn    time.Time
	Premium  float64
	Holder   Holder
}

type Reminder interface {
	Remind(ctx context.Context, holderID, kind string, details map[string]any) error
}

type Renewer struct {
	Reminders Reminder
	Clock     func() time.Time
}

func (r *Renewer) Run(ctx context.Context, due []Renewal) (failed int) {
	for _, d := range due {
		details := map[string]any{
			"policy_count": d.Holder.PolicyCount,
			"premium":      d.Premium,
			"due_in_days":  int(d.DueOn.Sub(r.Clock()).Hours() / 24),
			"home_phone":   d.Holder.HomePhone,
			"tax_id":       d.Holder.TaxID,
		}
		if err := r.Reminders.Remind(ctx, d.Holder.ID, "renewal_due", details); err != nil {
			failed++
		}
	}
	return failed
}
