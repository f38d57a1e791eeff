package outreach

import (
	"context"

	"services/set6/p42/volunteers"
)

type Writer interface {
	IdentifyCtx(ctx context.Context, customerID string, attributes map[string]any) error
}

type Outreach struct{ w Writer }

func New(w Writer) *Outreach { return &Outreach{w} }

func (o *Outreach) Refresh(ctx context.Context, list []volunteers.Volunteer) (errs []error) {
	for _, v := range list {
		fields := v.Fields()
		delete(fields, "tax_id")
		delete(fields, "diagnosis")
		if v.Hours == 0 {
			fields["dormant"] = true
		}
		if err := o.w.IdentifyCtx(ctx, v.ID, fields); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}
