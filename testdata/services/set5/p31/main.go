package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"services/set5/p31/clinic"
	"services/set5/p31/cron"
	"services/set5/p31/journey"

	customerio "github.com/customerio/go-customerio/v3"
)

// files has a file of appointments for each day.
type files string

func (f files) On(_ context.Context, day time.Time) (list []clinic.Appointment, err error) {
	b, err := os.ReadFile(filepath.Join(string(f), day.Format(time.DateOnly)+".json"))
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal(b, &list)
	return list, err
}

func main() {
	var j cron.Job
	j.SetCalendar(files(os.Getenv("CALENDAR_DIR")))
	j.SetReminder(&journey.Reminder{C: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))})
	j.SetRetries(2)
	for now := range time.Tick(24 * time.Hour) {
		j.Tick(context.Background(), now)
	}
}
