// Package accounts lets sellers reset their passwords.
package accounts

import (
	"context"
	"crypto/rand"
	"net/url"
)

// Mailer mails the link.
type Mailer interface {
	Reset(ctx context.Context, to, link string) error
}

// Auditor counts.
type Auditor interface {
	Count(ctx context.Context, seller, what string, n int) error
}

// Accounts resets.
type Accounts struct {
	Mailer  Mailer
	Auditor Auditor
	Base    url.URL
	tries   map[string]int
}

// Forgot is called by the handler.
func (a *Accounts) Forgot(ctx context.Context, seller, email string) error {
	if a.tries == nil {
		a.tries = map[string]int{}
	}
	a.tries[seller]++
	u := a.Base
	u.RawQuery = url.Values{"t": {rand.Text()}}.Encode()
	if err := a.Mailer.Reset(ctx, email, u.String()); err != nil {
		return err
	}
	return a.Auditor.Count(ctx, seller, "reset_requested", a.tries[seller])
}
