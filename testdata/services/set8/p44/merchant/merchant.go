// Package merchant has options for merchants.
package merchant

import "services/set8/p44/profile"

// Merchant sells.
type Merchant struct {
	ID            string
	BankAccount   string
	SignupIP      string
	MonthlyOrders int
}

// Finance are the options of the finance team.
func Finance(m Merchant) profile.Option {
	return profile.Group(profile.With("bank_account", m.BankAccount), profile.With("orders", m.MonthlyOrders))
}

// Origin says where a merchant came from.
func Origin(m Merchant) profile.Option { return profile.With("ip_address", m.SignupIP) }
