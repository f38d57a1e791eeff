package memrepo

import (
	"context"
	"sync"

	"services/set6/p01/domain"
)

type Repo struct {
	mu   sync.Mutex
	byNo map[string]domain.Claim
}

func New() *Repo { return &Repo{byNo: map[string]domain.Claim{}} }

func (r *Repo) Save(_ context.Context, c domain.Claim) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.byNo[c.Number] = c
	return nil
}
