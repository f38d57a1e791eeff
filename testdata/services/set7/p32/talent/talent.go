// Package talent has freelancers.
package talent

import (
	"encoding/json"
	"time"
)

// Payout is how a freelancer is paid.
type Payout struct {
	IBAN   string `json:"iban"`
	Holder string `json:"holder"`
}

// Freelancer offers work.
type Freelancer struct {
	ID        string    `json:"-"`
	Headline  string    `json:"headline"`
	Skills    []string  `json:"skills,omitempty"`
	Rate      int       `json:"hourly_rate"`
	TaxNumber string    `json:"-"`
	Payout    Payout    `json:"-"`
	Joined    time.Time `json:"joined_at"`
}

// Traits are a freelancer's attributes.
func (f *Freelancer) Traits() (map[string]any, error) {
	b, err := json.Marshal(f)
	if err != nil {
		return nil, err
	}
	var m map[string]any
	return m, json.Unmarshal(b, &m)
}

// Payable says whether all is there to pay.
func (f *Freelancer) Payable() bool { return f.TaxNumber != "" && f.Payout.IBAN != "" }
