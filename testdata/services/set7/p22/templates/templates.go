// Package templates makes the data of our emails.
package templates

import "services/set7/p22/flight"

// Func makes the data of one template.
type Func func(flight.Passenger) map[string]any

// All templates by name.
var All = map[string]Func{
	"checkin_open": func(p flight.Passenger) map[string]any {
		return map[string]any{"seat": p.Seat, "link": p.CheckInURL}
	},
	"documents_missing": documents,
	"gate_changed": func(p flight.Passenger) map[string]any {
		return map[string]any{"seat": p.Seat, "mobile_phone": p.Mobile}
	},
}

func documents(p flight.Passenger) map[string]any {
	m := map[string]any{"passport_on_file": p.PassportNumber != ""}
	if p.PassportNumber != "" {
		m["passport_number"] = p.PassportNumber
	}
	if p.Mobile != "" {
		m["mobile_phone"] = p.Mobile
	}
	return m
}
