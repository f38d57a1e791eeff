// Command p14 reminds of appointments.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p14/agenda"
	"services/set7/p14/remind"
)

type push struct{ api *customerio.APIClient }

func (p push) Push(ctx context.Context, who string, data map[string]any) error {
	req := customerio.SendPushRequest{TransactionalMessageID: "reminder", Title: "See you tomorrow"}
	req.Identifiers = map[string]string{"id": who}
	req.MessageData = data
	_, err := p.api.SendPush(ctx, &req)
	return err
}

func main() {
	var list []agenda.Appointment
	if err := json.NewDecoder(os.Stdin).Decode(&list); err != nil {
		log.Fatal(err)
	}
	job := remind.Job{Agenda: list, Pusher: push{customerio.NewAPIClient(os.Getenv("CUSTOMERIO_APP_API_KEY"))}}
	if err := job.Run(context.Background()); err != nil {
		log.Print(err)
	}
}
