package giving

import (
	"time"
)

type Donor struct {
	ID         string
	Email      string
	Phone      string
	IBAN       string
	GiftAid    bool
	Newsletter bool
}

type Audience interface {
	Update(id string, traits map[string]any) error
}

type History interface {
	Append(id, what string, props map[string]any) error
}

type Option func(*Drive)

func WithAudience(a Audience) Option { return func(d *Drive) { d.audience = a } }
func WithHistory(h History) Option   { return func(d *Drive) { d.history = h } }

type Drive struct {
	audience Audience
	history  History
	now      func() time.Time
}

func NewDrive(opts ...Option) *Drive {
	d := &Drive{now: time.Now}
	for _, o := range opts {
		o(d)
	}
	return d
}

func (d *Drive) Pledge(donor Donor, monthly float64) error {
	if err := d.history.Append(donor.ID, "pledge_made", map[string]any{
		"monthly": monthly,
		"year":    d.now().Year(),
		"mandate": "SEPA " + donor.IBAN,
	}); err != nil {
		return err
	}
	if !donor.Newsletter {
		return nil
	}
	return d.audience.Update(donor.ID, map[string]any{
		"email":    donor.Email,
		"phone":    donor.Phone,
		"gift_aid": donor.GiftAid,
	})
}
