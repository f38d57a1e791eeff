// Package account lets people into a SaaS product.
package account

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"time"
)

// Mail is one transactional email.
type Mail struct {
	To, UserID string
	Template   string
	Data       map[string]any
}

// Postman delivers mail.
type Postman interface {
	Deliver(ctx context.Context, m Mail) error
}

// Tokens remembers reset tokens.
type Tokens interface {
	Save(userID, token string, until time.Time) error
}

// Recovery resets passwords.
type Recovery struct {
	post   Postman
	tokens Tokens
}

// NewRecovery returns a Recovery.
func NewRecovery(p Postman, t Tokens) Recovery { return Recovery{p, t} }

// Request sends a reset token to the user.
func (r Recovery) Request(ctx context.Context, userID, email string) error {
	raw := make([]byte, 24)
	if _, err := rand.Read(raw); err != nil {
		return err
	}
	token := base64.RawURLEncoding.EncodeToString(raw)
	if err := r.tokens.Save(userID, token, time.Now().Add(time.Hour)); err != nil {
		return err
	}
	return r.post.Deliver(ctx, Mail{
		To: email, UserID: userID, Template: "reset",
		Data: map[string]any{"reset_token": token, "valid_minutes": 60},
	})
}
