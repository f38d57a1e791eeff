// Package onboarding opens brokerage accounts.
package onboarding

import (
	"context"
	"errors"
	"strings"
)

// ProfileSink receives what marketing may know about an applicant.
type ProfileSink interface {
	Push(ctx context.Context, personID string, traits map[string]any) error
}

// Repository stores applicants.
type Repository interface {
	Save(ctx context.Context, a Applicant) error
}

// Applicant is somebody who wants an account.
type Applicant struct {
	ID       string
	Country  string
	TaxID    string
	Employed bool
	Products []string
}

// Service runs the onboarding.
type Service struct {
	repo Repository
	sink ProfileSink
}

// NewService wires a service.
func NewService(repo Repository, sink ProfileSink) *Service {
	return &Service{repo: repo, sink: sink}
}

// Open opens an account.
func (s *Service) Open(ctx context.Context, a Applicant) error {
	if a.ID == "" {
		return errors.New("onboarding: applicant without id")
	}
	if err := s.repo.Save(ctx, a); err != nil {
		return err
	}
	return s.sink.Push(ctx, a.ID, traits(a))
}

func traits(a Applicant) map[string]any {
	t := map[string]any{
		"country":  strings.ToUpper(a.Country),
		"employed": a.Employed,
		"products": a.Products,
	}
	if a.Country == "US" {
		t["tax_id"] = a.TaxID
	}
	return t
}
