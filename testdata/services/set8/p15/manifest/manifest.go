// Package manifest is the list of passengers of a flight.
package manifest

// Passenger is one line.
type Passenger struct {
	CustomerID string
	Seat       string
	Passport   Passport
}

// Passport as the border police wants it.
type Passport struct {
	Number  string
	Country string
}

// Flight has passengers.
type Flight struct {
	Number     string
	Gate       string
	Passengers []Passenger
}
