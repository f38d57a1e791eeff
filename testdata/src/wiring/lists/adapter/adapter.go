// Mode: unless-clean.

// Package adapter sends what is in the lists: those who put them together are told.
package adapter

import (
	"context"

	"wiring/lists/ports"

	customerio "github.com/customerio/go-customerio/v3"
)

type Broadcast struct{ API *customerio.APIClient }

func (b Broadcast) Mail(rows []ports.Row) error {
	var to customerio.BroadcastRecipients
	for _, r := range rows {
		to.PerUserData = append(to.PerUserData, map[string]any{"id": r.ID, "data": r.Vars})
	}
	_, err := b.API.TriggerBroadcast(context.Background(), 1, nil, to, customerio.BroadcastOptions{})
	return err
}

type Single struct{ C *customerio.CustomerIO }

func (s Single) Mail(rows []ports.Row) error {
	for i := range rows {
		if err := s.C.Identify(rows[i].ID, rows[i].Vars); err != nil {
			return err
		}
	}
	return nil
}

func (s Single) Save(rows map[string]*ports.Row) error {
	for id, r := range rows {
		if err := s.C.Identify(id, r.Vars); err != nil {
			return err
		}
	}
	return nil
}

type Hidden struct{ C *customerio.CustomerIO }

func (h Hidden) Mail(rows []ports.Row) error { return h.C.Identify("1", rows[0].Hidden()) }
