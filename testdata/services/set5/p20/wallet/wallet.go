package wallet

import (
	"context"
	"fmt"
	"time"
)

// PaymentMethod is a card on file; the vault keeps its number.
type PaymentMethod struct {
	Owner    string
	Brand    string
	LastFour string
	VaultRef string
	Expires  time.Time
}

// Sender sends one event.
type Sender interface {
	Send(ctx context.Context, person, event string, data map[string]any) error
}

// Reminder reminds people of cards that expire.
type Reminder[S Sender] struct {
	Via   S
	Ahead time.Duration
	Now   func() time.Time
}

func (r Reminder[S]) Remind(ctx context.Context, methods []PaymentMethod) (n int, err error) {
	limit := r.Now().Add(r.Ahead)
	for _, m := range methods {
		if m.Expires.After(limit) {
			continue
		}
		data := map[string]any{
			"card_brand":      m.Brand,
			"card_last4":      m.LastFour,
			"card_expires_at": m.Expires.Unix(),
			"display":         fmt.Sprintf("%s ending in %s", m.Brand, m.LastFour),
		}
		if e := r.Via.Send(ctx, m.Owner, "card_expires_soon", data); e != nil {
			err = e
			continue
		}
		n++
	}
	return n, err
}
