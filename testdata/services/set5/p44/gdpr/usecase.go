package gdpr

import (
	"context"
	"fmt"
)

// Suppressor keeps somebody from coming back.
type Suppressor interface {
	Suppress(ctx context.Context, id string) error
}

// Deleter removes a profile.
type Deleter interface {
	DeleteProfile(ctx context.Context, id string) error
}

// Receipts keeps proof.
type Receipts interface {
	Issue(ctx context.Context, ticket string) error
}

type RightToErasure struct {
	suppress Suppressor
	delete   Deleter
	receipts Receipts
}

func NewRightToErasure(s Suppressor, d Deleter, r Receipts) *RightToErasure {
	return &RightToErasure{suppress: s, delete: d, receipts: r}
}

// Exercise erases a person for a ticket.
func (u *RightToErasure) Exercise(ctx context.Context, ticket, id string) error {
	if err := u.suppress.Suppress(ctx, id); err != nil {
		return fmt.Errorf("ticket %s: suppress: %w", ticket, err)
	}
	if err := u.delete.DeleteProfile(ctx, id); err != nil {
		return fmt.Errorf("ticket %s: delete: %w", ticket, err)
	}
	return u.receipts.Issue(ctx, ticket)
}
