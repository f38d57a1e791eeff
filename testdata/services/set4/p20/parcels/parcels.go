package parcels

import (
	"context"

	"services/set4/p20/roster"
)

type State int

const (
	PickedUp State = iota + 1
	Delivered
	Returned
)

type Finder interface {
	Caller(phone string) (roster.Courier, bool)
}

type Hotline struct {
	Couriers Finder
	Notify   map[State]func(ctx context.Context, courier roster.Courier, parcel string) error
}

func (h *Hotline) Call(ctx context.Context, phone, parcel string, s State) error {
	c, ok := h.Couriers.Caller(phone)
	if !ok {
		return nil
	}
	if notify := h.Notify[s]; notify != nil {
		return notify(ctx, c, parcel)
	}
	return nil
}
