package command

import (
	"context"
	"errors"
)

type CheckIn struct {
	TravellerID    string
	BookingRef     string
	PassportNumber string
	Seat           string
}

type Vault interface {
	Put(ctx context.Context, travellerID, passportNumber string) error
}

type Announcer interface {
	Announce(ctx context.Context, travellerID, what string, details map[string]any) error
}

type CheckInHandler struct {
	Vault     Vault
	Announcer Announcer
}

var ErrNoSeat = errors.New("no seat chosen")

func (h CheckInHandler) Handle(ctx context.Context, c CheckIn) error {
	if c.Seat == "" {
		return ErrNoSeat
	}
	if c.PassportNumber != "" {
		if err := h.Vault.Put(ctx, c.TravellerID, c.PassportNumber); err != nil {
			return err
		}
	}
	return h.Announcer.Announce(ctx, c.TravellerID, "checked_in", map[string]any{
		"booking_ref":       c.BookingRef,
		"seat":              c.Seat,
		"passport_provided": c.PassportNumber != "",
	})
}
