// Package identity resets passwords.
package identity

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

// Users finds users.
type Users interface {
	ByEmail(ctx context.Context, email string) (id string, err error)
}

// ErrUnknown is an unknown address.
var ErrUnknown = errors.New("identity: unknown user")

// Service resets passwords.
type Service struct {
	users Users
	base  *url.URL
	app   *customerio.APIClient
	track *customerio.CustomerIO
}

// New returns a Service.
func New(u Users, base string, app *customerio.APIClient, track *customerio.CustomerIO) (*Service, error) {
	b, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	return &Service{users: u, base: b, app: app, track: track}, nil
}

func (s *Service) link() string {
	secret := make([]byte, 16)
	rand.Read(secret)
	u := s.base.JoinPath("reset")
	u.RawQuery = url.Values{"t": {hex.EncodeToString(secret)}}.Encode()
	return u.String()
}

// Forgot sends a link.
func (s *Service) Forgot(ctx context.Context, email string) error {
	id, err := s.users.ByEmail(ctx, email)
	if errors.Is(err, ErrUnknown) {
		return nil // do not tell who is a customer
	}
	if err != nil {
		return err
	}
	off := false
	if _, err := s.app.SendEmail(ctx, &customerio.SendEmailRequest{
		TransactionalMessageID: "password_reset",
		To:                     email,
		Identifiers:            map[string]string{"email": email},
		EnableTracking:         &off,
		MessageData:            map[string]any{"reset_link": s.link()},
	}); err != nil {
		return err
	}
	return s.track.TrackCtx(ctx, id, "password_reset_requested", map[string]any{"channel": "email"})
}
