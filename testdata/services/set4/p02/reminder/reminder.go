package reminder

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"services/set4/p02/kit"
	"services/set4/p02/visits"

	customerio "github.com/customerio/go-customerio/v3"
)

const template = "visit-reminder"

type Reminder struct {
	App *customerio.APIClient
	Log *slog.Logger
}

func (r Reminder) Remind(ctx context.Context, patientID, email string, v visits.Visit) error {
	if time.Until(v.Starts) > 48*time.Hour {
		return nil
	}
	data, err := kit.Fields(v)
	if err != nil {
		return fmt.Errorf("visit %s: %w", v.Reference, err)
	}
	_, err = r.App.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: template,
		To:                     email,
		Identifiers:            map[string]string{"id": patientID},
		MessageData:            data,
	})
	r.Log.Info("reminded", "visit", v.Reference, "failed", err != nil)
	return err
}
