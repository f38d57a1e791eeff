// Package record has the patients' app's records.
package record

import "time"

// Base is in every record.
type Base struct {
	Ref     string    `json:"-"`
	Updated time.Time `json:"-"`
}

// Subscriber is somebody who uses the app.
type Subscriber struct {
	Base
	Email             string   `json:"email"`
	Language          string   `json:"language"`
	Plan              string   `json:"plan,omitempty"`
	MedicalRecord     string   `json:"-"`
	Medication        []string `json:"-"`
	insurancePolicyNo string
	Reminders         int `json:"reminders"`
}

// Insured attaches an insurance policy.
func (s *Subscriber) Insured(policy string) { s.insurancePolicyNo = policy }

// IsInsured says whether there is a policy.
func (s *Subscriber) IsInsured() bool { return s.insurancePolicyNo != "" }
