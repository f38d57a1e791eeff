package payout

import "time"

type Merchant struct {
	ID            string
	AccountNumber string
	RoutingNumber string
	PayoutDay     time.Weekday
	LastPayout    time.Time
	Orders        int
}

func (m Merchant) BankLinked() bool { return m.AccountNumber != "" && m.RoutingNumber != "" }

type rule struct {
	name  string
	value func(Merchant) any
	when  func(Merchant) bool
}

func always(Merchant) bool { return true }

var rules = []rule{
	{name: "payout_day", value: func(m Merchant) any { return m.PayoutDay.String() }, when: Merchant.BankLinked},
	{name: "last_payout_at", value: func(m Merchant) any { return m.LastPayout.Unix() }, when: func(m Merchant) bool { return !m.LastPayout.IsZero() }},
	{name: "orders", value: func(m Merchant) any { return m.Orders }, when: always},
	{name: "bank_account_linked", value: func(m Merchant) any { return m.BankLinked() }, when: always},
}

func Describe(m Merchant) map[string]any {
	d := map[string]any{}
	for _, r := range rules {
		if r.when(m) {
			d[r.name] = r.value(m)
		}
	}
	return d
}
