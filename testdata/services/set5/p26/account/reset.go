package account

import (
	"context"
	"crypto/rand"
	"errors"
	"net/url"
	"time"
)

// User is an account with its secrets.
type User struct {
	ID           string
	Email        string
	PasswordHash []byte
	Locale       string
}

type Users interface {
	ByEmail(ctx context.Context, email string) (User, error)
	SaveReset(ctx context.Context, user, token string, until time.Time) error
}

// SendFunc delivers a mail to a user.
type SendFunc func(ctx context.Context, userID, email string, data map[string]any) error

type Resetter struct {
	Users Users
	Send  SendFunc
	Base  *url.URL
}

var ErrUnknown = errors.New("account: unknown email")

func (r *Resetter) Start(ctx context.Context, email string) error {
	u, err := r.Users.ByEmail(ctx, email)
	if err != nil {
		return err
	}
	token := rand.Text()
	if err := r.Users.SaveReset(ctx, u.ID, token, time.Now().Add(time.Hour)); err != nil {
		return err
	}
	link := r.Base.JoinPath("reset")
	link.RawQuery = url.Values{"t": {token}}.Encode()
	return r.Send(ctx, u.ID, u.Email, map[string]any{
		"reset_link": link.String(),
		"valid_for":  "one hour",
		"locale":     u.Locale,
	})
}
