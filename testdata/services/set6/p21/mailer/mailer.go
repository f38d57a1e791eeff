package mailer

import (
	"context"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p21/payout"
)

type Transactional struct{ API *customerio.APIClient }

func (t *Transactional) Mail(ctx context.Context, m payout.Mail) error {
	_, err := t.API.SendEmail(ctx, &customerio.SendEmailRequest{
		To:            m.To,
		From:          "payouts@example.com",
		Identifiers:   map[string]string{"id": m.Recipient},
		Subject:       m.Subject,
		PlaintextBody: m.Body,
	})
	return err
}
