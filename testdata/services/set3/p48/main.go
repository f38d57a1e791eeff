// Command accounts makes an account.
package main

import (
	"context"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p48/events"
	"services/set3/p48/listeners"
)

func main() {
	var d events.Dispatcher
	d.On(new(listeners.Vault).Listen)
	d.On(listeners.Journeys(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))))
	err := d.Emit(context.Background(), events.Registered{
		Account:  os.Getenv("ACCOUNT"),
		Password: os.Getenv("INITIAL_PASSWORD"),
		Plan:     "team",
		Seats:    5,
	})
	if err != nil {
		log.Fatal(err)
	}
}
