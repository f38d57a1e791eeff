package accounts

import "time"

type Account struct {
	HolderID string
	Opened   time.Time
	Branch   string
	IBAN     string
	Currency string
	Balance  int64
}

// Tier groups accounts by balance.
func (a Account) Tier() string {
	switch {
	case a.Balance > 100_000_00:
		return "gold"
	case a.Balance > 10_000_00:
		return "silver"
	}
	return "basic"
}
