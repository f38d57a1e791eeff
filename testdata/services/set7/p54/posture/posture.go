// Package posture scores how well accounts are protected.
package posture

import (
	"time"
)

// Account of a tenant.
type Account struct {
	ID              string
	Phone           string
	PhoneConfirmed  bool
	Password        string
	PasswordChanged time.Time
	TOTPSecret      string
	Card            string
	CardBrand       string
	SSN             string
}

// Posture of an account.
type Posture struct {
	HasPhone, PhoneVerified bool
	PasswordChangedAt       int64
	MFA                     bool
	HasCard                 bool
	Brand                   string
	PasswordLength          int
}

// Of an account.
func Of(a *Account) Posture {
	return Posture{
		HasPhone:          a.Phone != "",
		PhoneVerified:     a.Phone != "" && a.PhoneConfirmed,
		PasswordChangedAt: a.PasswordChanged.Unix(),
		MFA:               len(a.TOTPSecret) > 0,
		HasCard:           a.Card != "",
		Brand:             a.CardBrand,
		PasswordLength:    len(a.Password),
	}
}

// Score from 0 to 3.
func (p Posture) Score() (n int) {
	for _, ok := range [...]bool{p.PhoneVerified, p.MFA, p.PasswordLength >= 14} {
		if ok {
			n++
		}
	}
	return n
}
