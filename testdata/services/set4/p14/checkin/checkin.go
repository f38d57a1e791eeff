package checkin

import (
	"context"
	"fmt"
	"strings"
)

type Passenger struct {
	Surname        string
	PassportNumber string
	Seat           string
}

type Airline interface {
	Submit(ctx context.Context, locator string, fields map[string]string) error
}

type Notifier interface {
	Notify(ctx context.Context, userID string, event string, fields map[string]any) error
}

type CheckIn struct {
	Airline  Airline
	Notifier Notifier
}

func (c *CheckIn) Do(ctx context.Context, userID, locator string, ps ...Passenger) error {
	var seats []string
	for _, p := range ps {
		if err := c.Airline.Submit(ctx, locator, map[string]string{
			"surname":         strings.ToUpper(p.Surname),
			"passport_number": p.PassportNumber,
			"seat":            p.Seat,
		}); err != nil {
			return fmt.Errorf("check-in of %s: %w", locator, err)
		}
		seats = append(seats, p.Seat)
	}
	return c.Notifier.Notify(ctx, userID, "checked_in", map[string]any{
		"locator":    locator,
		"passengers": len(ps),
		"seats":      seats,
	})
}
