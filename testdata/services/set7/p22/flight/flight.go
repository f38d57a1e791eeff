// Package flight has passengers.
package flight

// Passenger of a flight.
type Passenger struct {
	Customer       string
	Email          string
	Seat           string
	PassportNumber string
	Mobile         string
	CheckInURL     string
}
