package mail

import (
	"context"

	"services/set9/p22/invite"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type App struct{ API *customerio.APIClient }

func (a App) Mail(ctx context.Context, template string, m invite.Message) error {
	_, err := a.API.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: template,
		To:                     m.To,
		Identifiers:            map[string]string{"id": m.User},
		MessageData:            sanitize.MessageData(m.Data),
	})
	return err
}
