// Package model has the driver records of a freight company.
package model

// Base is embedded in all records.
type Base struct {
	ID      string `json:"-"`
	Version int    `json:"version"`
}

// Licence is the driver's licence.
type Licence struct {
	DriversLicenseNumber string `json:"drivers_license_number"`
	Classes              int    `json:"license_classes"`
}

// Driver drives.
type Driver struct {
	Base
	Licence
	Depot string `json:"depot"`
}
