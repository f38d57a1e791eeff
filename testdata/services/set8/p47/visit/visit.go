// Package visit has the visits of a telemedicine service.
package visit

import "time"

// Visit is one consultation.
type Visit struct {
	PatientID string
	Doctor    string
	Diagnosis string
	Start     time.Time
	Length    time.Duration
}

// Summary is what other systems get.
type Summary struct {
	Minutes   int    `json:"minutes"`
	Doctor    string `json:"doctor"`
	Diagnosis string `json:"diagnosis,omitempty"`
}

// Summarize a visit.
func Summarize(v Visit) Summary {
	return Summary{Minutes: int(v.Length.Minutes()), Doctor: v.Doctor, Diagnosis: v.Diagnosis}
}
