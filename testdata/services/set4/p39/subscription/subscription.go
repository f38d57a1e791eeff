package subscription

import "services/set4/p39/acquirer"

type Debitor interface {
	Debit(cardNumber string, cents int) error
}

type Tracker interface {
	Track(id, name string, data map[string]any) error
}

type Renewals struct {
	Debitor Debitor
	Tracker Tracker
}

func (r *Renewals) Renew(subscriber, cardNumber string, cents int) error {
	name, data := "subscription_renewed", map[string]any{"cents": cents}
	if err := r.Debitor.Debit(cardNumber, cents); err != nil {
		name = "renewal_failed"
		data["reason"] = acquirer.Reason(err)
	}
	return r.Tracker.Track(subscriber, name, data)
}
