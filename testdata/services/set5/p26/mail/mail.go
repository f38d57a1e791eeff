package mail

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Transactional struct {
	api      *customerio.APIClient
	template string
}

func NewTransactional(api *customerio.APIClient, template string) *Transactional {
	return &Transactional{api: api, template: template}
}

func (t *Transactional) Deliver(ctx context.Context, userID, email string, data map[string]any) error {
	retention := true
	_, err := t.api.SendEmail(ctx, &customerio.SendEmailRequest{
		To:                      email,
		Identifiers:             map[string]string{"id": userID},
		TransactionalMessageID:  t.template,
		MessageData:             data,
		DisableMessageRetention: &retention,
	})
	return err
}
