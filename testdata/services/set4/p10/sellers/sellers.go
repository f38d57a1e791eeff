package sellers

import "services/set4/p10/outbox"

type Seller struct {
	ID, Shop, TaxID, BankAccount string
}

type Onboarding struct{ Send outbox.Sender }

func (o *Onboarding) Complete(s Seller) error {
	return o.Send(outbox.Message{To: s.ID, Kind: "seller_onboarded", Body: map[string]any{
		"shop":         s.Shop,
		"tax_id":       s.TaxID,
		"bank_account": s.BankAccount,
	}})
}
