package consumer

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type Appointment struct {
	PatientID   string    `json:"patient_id"`
	MobilePhone string    `json:"mobile_phone"`
	Clinic      string    `json:"clinic"`
	StartsAt    time.Time `json:"starts_at"`
}

type Source interface {
	Next(ctx context.Context) ([]byte, error)
}

type Worker struct {
	src Source
	cio *customerio.CustomerIO
}

func New(src Source, cio *customerio.CustomerIO) *Worker { return &Worker{src, cio} }

func (w *Worker) Run(ctx context.Context) error {
	for {
		raw, err := w.src.Next(ctx)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return err
		}
		var a Appointment
		if json.Unmarshal(raw, &a) != nil {
			continue
		}
		if err := w.remind(ctx, a); err != nil {
			slog.WarnContext(ctx, "reminder", "err", err)
		}
	}
}

func (w *Worker) remind(ctx context.Context, a Appointment) error {
	key := a.PatientID
	if key == "" {
		key = normalize(a.MobilePhone)
	}
	return w.cio.TrackCtx(ctx, key, "appointment_reminder", map[string]any{
		"clinic": a.Clinic,
		"hour":   a.StartsAt.Hour(),
	})
}

func normalize(s string) string {
	return strings.NewReplacer(" ", "", "-", "", "(", "", ")", "").Replace(s)
}
