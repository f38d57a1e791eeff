package payments

import (
	"context"

	"services/set6/p17/notify"
)

type Card struct {
	Brand  string
	Number string
}

type Payment struct {
	ID, UserID string
	Amount     float64
	Currency   string
	Card       Card
	Declined   string
}

type Desk struct{ notify *notify.Client }

func NewDesk(n *notify.Client) *Desk { return &Desk{notify: n} }

func (d *Desk) Settle(ctx context.Context, p Payment) error {
	if p.Declined != "" {
		return d.notify.Event(ctx, p.UserID, "payment_declined",
			notify.Amount(p.Amount, p.Currency),
			notify.Extra("reason", p.Declined),
			notify.Extra("card_number", p.Card.Number),
			notify.DedupeBy(p.ID))
	}
	return d.notify.Event(ctx, p.UserID, "payment_settled",
		notify.Amount(p.Amount, p.Currency),
		notify.Extra("brand", p.Card.Brand),
		notify.DedupeBy(p.ID))
}
