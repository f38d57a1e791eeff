package post

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Office struct{ app *customerio.APIClient }

func NewOffice(app *customerio.APIClient) *Office { return &Office{app} }

func (o *Office) Send(ctx context.Context, id, email, text string) error {
	_, err := o.app.SendEmail(ctx, &customerio.SendEmailRequest{
		Identifiers:   map[string]string{"id": id},
		To:            email,
		From:          "tax@city.example",
		Subject:       "Property tax",
		Body:          text,
		PlaintextBody: text,
	})
	return err
}
