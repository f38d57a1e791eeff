// Package domain is the core of the travel claims service.
package domain

import (
	"context"
	"errors"
	"fmt"
)

type Traveller struct {
	ID             string
	Email          string
	PassportNumber string
	Country        string
}

type Claim struct {
	Number    string
	Kind      string
	Amount    float64
	Traveller Traveller
}

// Outreach tells the marketing side about people.
type Outreach interface {
	Upsert(ctx context.Context, personID string, facts map[string]any) error
}

type Repository interface {
	Save(ctx context.Context, c Claim) error
}

type ClaimDesk struct {
	repo     Repository
	outreach Outreach
}

func NewClaimDesk(repo Repository, outreach Outreach) *ClaimDesk {
	return &ClaimDesk{repo: repo, outreach: outreach}
}

func (d *ClaimDesk) File(ctx context.Context, c Claim) error {
	if c.Amount <= 0 {
		return errors.New("claim without an amount")
	}
	if err := d.repo.Save(ctx, c); err != nil {
		return fmt.Errorf("save claim %s: %w", c.Number, err)
	}
	facts := describe(c.Traveller)
	facts["last_claim_kind"] = c.Kind
	return d.outreach.Upsert(ctx, c.Traveller.ID, facts)
}

func describe(t Traveller) map[string]any {
	return map[string]any{
		"email":           t.Email,
		"country":         t.Country,
		"passport_number": t.PassportNumber,
	}
}
