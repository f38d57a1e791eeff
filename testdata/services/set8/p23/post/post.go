// Package post sends letters by email.
package post

import (
	"context"

	"services/set8/p23/letters"

	"github.com/customerio/go-customerio/v3"
)

// Office sends.
type Office struct{ api *customerio.APIClient }

// New returns an office.
func New(api *customerio.APIClient) Office { return Office{api} }

// Decide tells the citizen.
func (o Office) Decide(ctx context.Context, c letters.Case) error {
	text, err := letters.Decided(c)
	if err != nil {
		return err
	}
	_, err = o.api.SendEmail(ctx, &customerio.SendEmailRequest{
		To:            c.Citizen.Email,
		From:          "office@city.example",
		Subject:       "Your application " + c.Reference,
		PlaintextBody: text,
		Identifiers:   map[string]string{"id": c.Citizen.ID},
	})
	return err
}
