package model

import "time"

type Contractor struct {
	ID        string    `json:"-"`
	Company   string    `json:"company"`
	TaxID     string    `json:"tax_id,omitempty"`
	Trade     string    `json:"trade"`
	Rating    float64   `json:"rating"`
	JoinedAt  time.Time `json:"joined_at"`
	Suspended bool      `json:"suspended"`
}
