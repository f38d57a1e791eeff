// Package accounts holds the shop's customers and keeps their profiles at
// Customer.io up to date.
package accounts

import (
	"sync"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Account is one customer.
type Account struct {
	ID        string
	Email     string
	FirstName string
	Plan      string
	Phone     string
	LastIP    string
	TaxID     string
}

// Store keeps accounts in memory.
type Store struct {
	mu      sync.Mutex
	byEmail map[string]Account
	cio     *customerio.CustomerIO
}

// NewStore returns an empty store.
func NewStore(cio *customerio.CustomerIO) *Store {
	return &Store{byEmail: make(map[string]Account), cio: cio}
}

// Find returns the account with an email address.
func (s *Store) Find(email string) (Account, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, ok := s.byEmail[email]
	return a, ok
}

// Save keeps an account.
func (s *Store) Save(a Account) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.byEmail[a.Email] = a
}

// Sync leaks: the phone number and the IP address leave as they are, because
// the payload skips the sanitizer.
func (s *Store) Sync(a Account) error {
	return s.cio.Identify(a.ID, map[string]any{
		"email":      a.Email,
		"plan":       a.Plan,
		"phone":      a.Phone,
		"ip_address": a.LastIP,
	})
}

// SyncSafely sends phone_hash and ip_address_hash instead.
func (s *Store) SyncSafely(a Account) error {
	return s.cio.Identify(a.ID, sanitize.Attributes(map[string]any{
		"email":      a.Email,
		"plan":       a.Plan,
		"phone":      a.Phone,
		"ip_address": a.LastIP,
	}))
}

// SyncBusiness leaks through a helper: the key stands in invoicing.
func (s *Store) SyncBusiness(a Account) error {
	return s.cio.Identify(a.ID, invoicing(a))
}

// SyncBusinessSafely strips what the helper put in.
func (s *Store) SyncBusinessSafely(a Account) error {
	return s.cio.Identify(a.ID, sanitize.Attributes(invoicing(a)))
}

func invoicing(a Account) map[string]any {
	profile := map[string]any{"email": a.Email, "plan": a.Plan}
	if a.TaxID != "" {
		profile["tax_id"] = a.TaxID
	}
	return profile
}
