package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set4/p44/broadcast"
	"services/set4/p44/events"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	var attendees []events.Attendee
	if err := json.NewDecoder(os.Stdin).Decode(&attendees); err != nil {
		log.Fatal(err)
	}
	api := customerio.NewAPIClient(os.Getenv("CIO_APP_API_KEY"))
	data := map[string]any{"venue": "Hall 7", "doors": "09:00"}
	if err := broadcast.Send(context.Background(), api, 31, data, attendees); err != nil {
		log.Fatal(err)
	}
}
