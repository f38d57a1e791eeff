// Command letters sends confirmations.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p31/letters"
)

type mailer struct {
	api  *customerio.APIClient
	from string
}

func (m mailer) confirm(ctx context.Context, h letters.Holder) error {
	l := letters.Confirmation
	req := customerio.SendEmailRequest{
		From:        m.from,
		To:          h.Email,
		Identifiers: map[string]string{"id": h.ID},
		Subject:     letters.Fill(l.Subject, h),
	}
	req.PlaintextBody = letters.Fill(l.Text, h)
	req.Body = "<pre>" + req.PlaintextBody + "</pre>"
	req.Headers = map[string]string{"X-Reference": h.Reference()}
	_, err := m.api.SendEmail(ctx, &req)
	return err
}

func main() {
	m := mailer{customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), os.Getenv("MAIL_FROM")}
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var h letters.Holder
		if err := dec.Decode(&h); err != nil {
			log.Fatal(err)
		}
		if err := m.confirm(context.Background(), h); err != nil {
			log.Print(err)
		}
	}
}
