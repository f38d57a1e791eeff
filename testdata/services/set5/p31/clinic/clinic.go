package clinic

import (
	"context"
	"time"
)

type Appointment struct {
	PatientID string
	Clinic    string
	Doctor    string
	Diagnosis string
	At        time.Time
}

// Calendar knows the appointments of a day.
type Calendar interface {
	On(ctx context.Context, day time.Time) ([]Appointment, error)
}

// Reminder reaches a patient.
type Reminder interface {
	Remind(ctx context.Context, patient string, about map[string]any) error
}
