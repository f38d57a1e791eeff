// Package ride rents cars.
package ride

import (
	"context"
	"time"
)

// Sink takes facts.
type Sink interface {
	Write(ctx context.Context, driver, fact string, fields map[string]any) error
}

// Rental of a car.
type Rental struct {
	Driver  string
	License string
	Lat     float64
	Lon     float64
	Began   time.Time
}

// Fleet rents.
type Fleet struct{ Sinks []Sink }

// Unlock a car.
func (f *Fleet) Unlock(ctx context.Context, r Rental) error {
	fields := map[string]any{
		"driving_license": r.License,
		"latitude":        r.Lat,
		"longitude":       r.Lon,
		"began":           r.Began.Unix(),
	}
	for _, s := range f.Sinks {
		if err := s.Write(ctx, r.Driver, "car_unlocked", fields); err != nil {
			return err
		}
	}
	return nil
}
