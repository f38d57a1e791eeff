package main

import (
	"context"
	"log"
	"os"
	"time"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p06/reminders"
)

func main() {
	api := customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))
	s := reminders.NewScheduler(api, "visit_reminder")
	for _, v := range []reminders.Visit{{PatientID: os.Getenv("PATIENT"), Phone: os.Getenv("PATIENT_PHONE"), Clinic: "north", At: time.Now().AddDate(0, 0, 2)}} {
		if err := s.Send(context.Background(), v); err != nil {
			log.Println(err)
		}
	}
}
