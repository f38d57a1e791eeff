// Package remind sends reminders.
package remind

import (
	"context"
	"errors"
	"time"

	"services/set7/p14/agenda"
)

// Pusher sends push messages.
type Pusher interface {
	Push(ctx context.Context, who string, data map[string]any) error
}

// Job runs once a day.
type Job struct {
	Agenda []agenda.Appointment
	Pusher Pusher
}

// Run reminds everybody.
func (j Job) Run(ctx context.Context) error {
	var errs error
	for _, a := range agenda.Tomorrow(j.Agenda, time.Now()) {
		errs = errors.Join(errs, j.Pusher.Push(ctx, a.Patient, map[string]any{
			"office":  a.Office,
			"starts":  a.Start.Format(time.Kitchen),
			"minutes": a.Minutes(),
		}))
	}
	return errs
}
