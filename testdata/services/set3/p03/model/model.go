// Package model is shared by all services of the travel desk.
package model

import "time"

// Traveller is somebody on a trip.
type Traveller struct {
	Ref            string
	Name           string
	PassportNumber string
	Nationality    string
}

// Ticket is a case of the desk.
type Ticket struct {
	Number   int
	Subject  string
	Opened   time.Time
	Reporter *Traveller
}
