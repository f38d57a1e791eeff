package mapping

import "services/set9/p13/accounts"

type column struct {
	attr string
	get  func(accounts.Account) any
}

var columns = []column{
	{"account_opened_at", func(a accounts.Account) any { return a.Opened.Unix() }},
	{"branch", func(a accounts.Account) any { return a.Branch }},
	{"currency", func(a accounts.Account) any { return a.Currency }},
	{"iban", func(a accounts.Account) any { return a.IBAN }},
	{"tier", func(a accounts.Account) any { return a.Tier() }},
}

func Attributes(a accounts.Account) map[string]any {
	out := make(map[string]any, len(columns))
	for _, c := range columns {
		out[c.attr] = c.get(a)
	}
	return out
}
