package mapper

import "services/set5/p31/clinic"

// Payload maps an appointment to what a template shows.
func Payload(a clinic.Appointment) map[string]any {
	m := map[string]any{
		"clinic":       a.Clinic,
		"starts_at":    a.At.Unix(),
		"weekday":      a.At.Weekday().String(),
		"with":         a.Doctor,
		"is_morning":   a.At.Hour() < 12,
		"diagnosis":    a.Diagnosis,
		"needs_answer": true,
	}
	return m
}
