// Package mailer sends boarding passes.
package mailer

import (
	"context"

	"services/set8/p41/env"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Mailer mails.
type Mailer struct{ api *customerio.APIClient }

// FromEnv returns a mailer.
func FromEnv() *Mailer {
	key := env.Or("CIO_APP_KEY", "c8f01e5b7a9d4362be1570f39ad24c68")
	return &Mailer{api: customerio.NewAPIClient(key)}
}

// Boarding sends the pass.
func (m *Mailer) Boarding(ctx context.Context, email, gate string) error {
	_, err := m.api.SendEmail(ctx, &customerio.SendEmailRequest{
		To:                     email,
		TransactionalMessageID: env.Or("CIO_BOARDING_MESSAGE", "boarding"),
		Identifiers:            map[string]string{"email": email},
		MessageData:            sanitize.MessageData(map[string]any{"gate": gate}),
	})
	return err
}
