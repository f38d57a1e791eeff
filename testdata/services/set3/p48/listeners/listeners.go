// Package listeners are those who listen.
package listeners

import (
	"context"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"sync"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p48/events"
)

// Vault keeps digests of passwords.
type Vault struct {
	mu      sync.Mutex
	digests map[string][]byte
}

// Listen is a listener.
func (v *Vault) Listen(_ context.Context, event any) error {
	var account, password string
	switch e := event.(type) {
	case events.Registered:
		account, password = e.Account, e.Password
	case events.PasswordChanged:
		account, password = e.Account, e.NewPassword
	default:
		return nil
	}
	salt := []byte(rand.Text())
	digest, err := pbkdf2.Key(sha256.New, password, salt, 600_000, 32)
	if err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.digests == nil {
		v.digests = map[string][]byte{}
	}
	v.digests[account] = append(salt, digest...)
	return nil
}

// Journeys returns a listener that starts campaigns.
func Journeys(c *customerio.CustomerIO) events.Listener {
	return func(ctx context.Context, event any) error {
		switch e := event.(type) {
		case events.Registered:
			return c.IdentifyCtx(ctx, e.Account, map[string]any{"plan": e.Plan, "seats": e.Seats})
		case events.PasswordChanged:
			return c.TrackCtx(ctx, e.Account, "password_changed", nil)
		}
		return nil
	}
}
