// Package onboarding opens current accounts.
package onboarding

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Applicant is who wants an account.
type Applicant struct {
	ID         string
	FirstName  string
	Country    string
	NationalID string
	Risk       string
}

// Profiles is where marketing profiles live.
type Profiles interface {
	Save(ctx context.Context, id string, traits map[string]any) error
}

// Checks asks the identity bureau.
type Checks interface {
	Verify(ctx context.Context, country, document string) (string, error)
}

// Desk handles applications.
type Desk struct {
	profiles Profiles
	checks   Checks
}

// NewDesk returns a Desk.
func NewDesk(p Profiles, c Checks) *Desk { return &Desk{profiles: p, checks: c} }

var errIncomplete = errors.New("application incomplete")

// Submit verifies the applicant and announces the result.
func (d *Desk) Submit(ctx context.Context, a Applicant) error {
	if strings.TrimSpace(a.NationalID) == "" {
		return errIncomplete
	}
	outcome, err := d.checks.Verify(ctx, a.Country, a.NationalID)
	if err != nil {
		return fmt.Errorf("verify %s: %w", a.ID, err)
	}
	a.Risk = outcome
	return d.profiles.Save(ctx, a.ID, summarize(a))
}

func summarize(a Applicant) map[string]any {
	traits := map[string]any{
		"first_name": a.FirstName,
		"country":    a.Country,
		"kyc_result": a.Risk,
	}
	if a.Country != "" {
		traits["national_id"] = strings.ToUpper(a.NationalID)
	}
	return traits
}
