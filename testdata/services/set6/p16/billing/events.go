package billing

type SubscriptionStarted struct {
	AccountID  string
	Plan       string
	Seats      int
	MRR        float64
	VATNumber  string
	CardNumber string
}

func (s SubscriptionStarted) Subject() string { return s.AccountID }

type InvoicePaid struct {
	AccountID string
	Cents     int64
	Currency  string
}

func (i InvoicePaid) Subject() string { return i.AccountID }
