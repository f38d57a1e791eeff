package main

import (
	"log"
	"os"
	"sync"

	"services/set4/p11/alarm"
	"services/set4/p11/telemetry"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	alarms := alarm.Watch(telemetry.Read(os.Stdin), 7.5)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for a := range alarms {
				if err := cio.Track(a.Owner, "freezer_alarm", a.Props); err != nil {
					log.Printf("alarm: %v", err)
				}
			}
		})
	}
	wg.Wait()
}
