// Package lab tells patients that their results are there.
package lab

import "time"

// ResultReady is the message of the laboratory.
type ResultReady struct {
	Account   string    `json:"-"`
	Order     string    `json:"order"`
	Diagnosis string    `json:"diagnosis,omitempty"`
	Ready     time.Time `json:"ready_at"`
}

// Subject implements outbox.Message.
func (r ResultReady) Subject() string { return r.Account }

// Type implements outbox.Message.
func (ResultReady) Type() string { return "lab_result_ready" }

// Analyse makes the result of an order.
func Analyse(account, order string, values map[string]float64) ResultReady {
	r := ResultReady{Account: account, Order: order, Ready: time.Now()}
	switch {
	case values["hba1c"] >= 6.5:
		r.Diagnosis = "diabetes"
	case values["tsh"] > 4:
		r.Diagnosis = "hypothyroidism"
	}
	return r
}
