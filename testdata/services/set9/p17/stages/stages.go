package stages

import (
	"context"

	"services/set9/p17/visit"

	customerio "github.com/customerio/go-customerio/v3"
)

func ToRecords(ctx context.Context, in <-chan visit.Visit) <-chan visit.Record {
	out := make(chan visit.Record)
	go func() {
		defer close(out)
		for v := range in {
			r := visit.Record{Who: v.PatientID, Fields: map[string]any{
				"visit_id":  v.ID,
				"specialty": v.Specialty,
				"ended_at":  v.EndedAt.Unix(),
				"diagnosis": v.Diagnosis,
			}}
			select {
			case out <- r:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func Deliver(ctx context.Context, c *customerio.CustomerIO, in <-chan visit.Record) error {
	for r := range in {
		if err := c.TrackCtx(ctx, r.Who, "visit_ended", r.Fields); err != nil {
			return err
		}
	}
	return nil
}
