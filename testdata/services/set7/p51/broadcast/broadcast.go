// Package broadcast sends mailings as API-triggered broadcasts.
package broadcast

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p51/dunning"
)

// Mailer of one broadcast.
type Mailer struct {
	api *customerio.APIClient
	id  int
}

// New returns a Mailer.
func New(api *customerio.APIClient, id int) *Mailer { return &Mailer{api, id} }

// Mail implements dunning.Mailer.
func (m *Mailer) Mail(ctx context.Context, common map[string]any, rows []dunning.Row) (int, error) {
	var to customerio.BroadcastRecipients
	for _, r := range rows {
		to.PerUserData = append(to.PerUserData, map[string]any{"id": r.ID, "data": r.Vars})
	}
	res, err := m.api.TriggerBroadcast(ctx, m.id, common, to, customerio.BroadcastOptions{})
	if err != nil {
		return 0, err
	}
	return res.ID, nil
}
