package broadcast

import (
	"context"
	"errors"
	"slices"

	"services/set9/p39/statement"

	customerio "github.com/customerio/go-customerio/v3"
)

const chunk = 500

type Sender struct {
	api *customerio.APIClient
	id  int
}

func New(api *customerio.APIClient, id int) *Sender { return &Sender{api, id} }

func (s *Sender) Statements(ctx context.Context, customers []statement.Customer) error {
	var errs []error
	for part := range slices.Chunk(customers, chunk) {
		rows := make([]map[string]any, 0, len(part))
		for _, c := range part {
			rows = append(rows, statement.Row(c))
		}
		to := customerio.BroadcastRecipients{PerUserData: rows}
		if _, err := s.api.TriggerBroadcast(ctx, s.id, nil, to, customerio.BroadcastOptions{}); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
