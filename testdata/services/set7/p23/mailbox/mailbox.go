// Package mailbox delivers through Customer.io.
package mailbox

import (
	"context"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p23/account"
)

// Transactional delivers mail.
type Transactional struct{ API *customerio.APIClient }

// Deliver implements account.Postman.
func (t Transactional) Deliver(ctx context.Context, m account.Mail) error {
	_, err := t.API.SendEmail(ctx, &customerio.SendEmailRequest{
		To:                     m.To,
		TransactionalMessageID: m.Template,
		Identifiers:            map[string]string{"id": m.UserID},
		MessageData:            m.Data,
	})
	return err
}

// Observed tells the timeline of the person about each mail.
type Observed struct {
	Next  account.Postman
	Track *customerio.CustomerIO
}

// Deliver implements account.Postman.
func (o Observed) Deliver(ctx context.Context, m account.Mail) error {
	if err := o.Next.Deliver(ctx, m); err != nil {
		return err
	}
	props := map[string]any{"template": strings.ToLower(m.Template)}
	for k, v := range m.Data {
		props[k] = v
	}
	return o.Track.TrackCtx(ctx, m.UserID, "mail_sent", props)
}
