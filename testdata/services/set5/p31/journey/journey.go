package journey

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Reminder struct{ C *customerio.CustomerIO }

func (r *Reminder) Remind(ctx context.Context, patient string, about map[string]any) error {
	return r.C.TrackCtx(ctx, patient, "appointment_tomorrow", about)
}
