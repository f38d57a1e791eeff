package model

import (
	"time"
)

type Employee struct {
	ID        string    `json:"id"`
	Email     string    `json:"email"`
	Company   string    `json:"company"`
	SSN       string    `json:"ssn,omitempty"`
	Seat      string    `json:"seat"`
	UpdatedAt time.Time `json:"updated_at"`
}
