// Package agenda keeps a dentist's appointments.
package agenda

import "time"

// Appointment with a dentist.
type Appointment struct {
	Patient   string
	Complaint string
	Diagnosis string
	Office    string
	Start     time.Time
}

// Minutes that it takes.
func (a Appointment) Minutes() int {
	if a.Complaint == "checkup" {
		return 20
	}
	return 45
}

// Tomorrow are the appointments of the next day.
func Tomorrow(all []Appointment, now time.Time) []Appointment {
	y, m, d := now.AddDate(0, 0, 1).Date()
	var out []Appointment
	for _, a := range all {
		if yy, mm, dd := a.Start.Date(); yy == y && mm == m && dd == d {
			out = append(out, a)
		}
	}
	return out
}
