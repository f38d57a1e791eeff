// Package nudge nudges people to protect themselves.
package nudge

import (
	"errors"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p54/posture"
)

// Source of accounts.
type Source interface {
	Each(func(*posture.Account) error) error
}

// Nudger updates profiles.
type Nudger struct {
	*customerio.CustomerIO
	Source
}

// Run over all accounts.
func (n Nudger) Run() (failed int, err error) {
	var errs []error
	err = n.Each(func(a *posture.Account) error {
		p := posture.Of(a)
		if e := n.Identify(a.ID, map[string]any{
			"has_phone":           p.HasPhone,
			"phone_verified":      p.PhoneVerified,
			"password_changed_at": p.PasswordChangedAt,
			"mfa_enabled":         p.MFA,
			"has_credit_card":     p.HasCard,
			"card_brand":          p.Brand,
			"security_score":      p.Score(),
		}); e != nil {
			errs = append(errs, e)
		}
		return nil
	})
	return len(errs), errors.Join(append(errs, err)...)
}
