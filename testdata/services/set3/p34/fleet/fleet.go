// Package fleet knows drivers and what they do.
package fleet

import "context"

// Reporter is told about drivers.
type Reporter interface {
	Report(ctx context.Context, driver, what string, facts map[string]any) error
}

// Driver is a driver.
type Driver struct {
	Ref           string
	Mobile        string
	LicenseNumber string
	Depot         string
}

// Dispatch sends drivers on tours.
type Dispatch struct {
	Reporter Reporter
}

// Start begins a tour.
func (d Dispatch) Start(ctx context.Context, dr Driver, stops int) error {
	facts := make(map[string]any, 4)
	facts["depot"] = dr.Depot
	facts["stops"] = stops
	facts["phone"] = dr.Mobile
	facts["drivers_license_number"] = dr.LicenseNumber
	return d.Reporter.Report(ctx, dr.Ref, "tour_started", facts)
}
