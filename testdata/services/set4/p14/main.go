package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"services/set4/p14/airline"
	"services/set4/p14/checkin"
	"services/set4/p14/notify"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	c := checkin.CheckIn{
		Airline:  &airline.API{Base: os.Getenv("AIRLINE_URL"), HTTP: http.DefaultClient},
		Notifier: notify.Tracker{CustomerIO: customerio.NewTrackClient(os.Getenv("SITE_ID"), os.Getenv("API_KEY"))},
	}
	err := c.Do(context.Background(), os.Args[1], os.Args[2], checkin.Passenger{Surname: os.Args[3], Seat: "12A"})
	if err != nil {
		log.Fatal(err)
	}
}
