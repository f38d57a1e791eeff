// Package memory keeps applicants in memory.
package memory

import (
	"context"
	"sync"

	"services/set3/p35/onboarding"
)

// Applicants is a repository.
type Applicants struct {
	mu   sync.Mutex
	byID map[string]onboarding.Applicant
}

// New returns an empty repository.
func New() *Applicants { return &Applicants{byID: map[string]onboarding.Applicant{}} }

// Save keeps an applicant.
func (r *Applicants) Save(_ context.Context, a onboarding.Applicant) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.byID[a.ID] = a
	return nil
}
