// Package billing collects premiums.
package billing

import (
	"context"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p20/cards"
)

// Reminder warns of cards that expire.
type Reminder struct {
	API  *customerio.APIClient
	From string
}

// Expiring sends one email.
func (r *Reminder) Expiring(ctx context.Context, customer, email string, card cards.Card) error {
	if time.Until(card.Expiry) > 30*24*time.Hour {
		return nil
	}
	v := card.View()
	_, err := r.API.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: "card_expiring",
		From:                   r.From,
		To:                     email,
		Identifiers:            map[string]string{"id": customer},
		MessageData: map[string]any{
			"card_brand":     v.Brand,
			"card_last4":     v.Last4,
			"card_exp_month": v.ExpMonth,
			"card_exp_year":  v.ExpYear,
		},
	})
	return err
}
