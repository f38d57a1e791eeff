package onboarding

import (
	"context"
	"fmt"
	"time"
)

// Applicant is somebody who asked for an account.
type Applicant struct {
	ID             string
	FullName       string
	Email          string
	Country        string
	PassportNumber string
	ReviewedAt     time.Time
}

// Milestone is a step that an applicant has reached.
type Milestone struct {
	Subject string
	Name    string
	Details map[string]any
}

// Publisher tells the outside of milestones.
type Publisher interface {
	Publish(ctx context.Context, m Milestone) error
}

// Repository loads applicants.
type Repository interface {
	Load(ctx context.Context, id string) (Applicant, error)
}

type Service struct {
	repo Repository
	pub  Publisher
}

func New(repo Repository, pub Publisher) *Service {
	return &Service{repo: repo, pub: pub}
}

// Approve marks an applicant as verified.
func (s *Service) Approve(ctx context.Context, id string) error {
	a, err := s.repo.Load(ctx, id)
	if err != nil {
		return fmt.Errorf("load applicant: %w", err)
	}
	details := map[string]any{
		"country":     a.Country,
		"name":        a.FullName,
		"reviewed_at": a.ReviewedAt.Unix(),
	}
	if a.PassportNumber != "" {
		details["passport_number"] = a.PassportNumber
	}
	return s.pub.Publish(ctx, Milestone{Subject: a.ID, Name: "kyc_approved", Details: details})
}
