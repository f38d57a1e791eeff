package cron

import (
	"context"
	"log"
	"time"

	"services/set5/p31/clinic"
	"services/set5/p31/mapper"
)

type Job struct {
	calendar clinic.Calendar
	reminder clinic.Reminder
	retries  int
}

func (j *Job) SetCalendar(c clinic.Calendar) { j.calendar = c }
func (j *Job) SetReminder(r clinic.Reminder) { j.reminder = r }
func (j *Job) SetRetries(n int)              { j.retries = n }

func (j *Job) try(f func() error) (err error) {
	for i := 0; i <= j.retries; i++ {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Duration(i+1) * time.Second)
	}
	return err
}

// Tick reminds everybody of tomorrow.
func (j *Job) Tick(ctx context.Context, now time.Time) {
	list, err := j.calendar.On(ctx, now.AddDate(0, 0, 1))
	if err != nil {
		log.Print(err)
		return
	}
	for _, a := range list {
		if err := j.try(func() error { return j.reminder.Remind(ctx, a.PatientID, mapper.Payload(a)) }); err != nil {
			log.Println("reminder:", err)
		}
	}
}
