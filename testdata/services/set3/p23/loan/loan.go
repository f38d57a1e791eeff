// Package loan decides about loans.
package loan

import (
	"context"
	"sync"
)

// Application is an application for a loan.
type Application struct {
	Borrower string
	Purpose  string
	Cents    int64
	Payout   Account
}

// Account is where the money goes.
type Account struct {
	Holder        string
	RoutingNumber string
}

// Announcer announces decisions.
type Announcer interface {
	Approved(ctx context.Context, app Application) error
	Refused(ctx context.Context, borrower string) error
}

type silent struct{}

func (silent) Approved(context.Context, Application) error { return nil }
func (silent) Refused(context.Context, string) error       { return nil }

// Office decides.
type Office struct {
	mu    sync.Mutex
	limit int64
	ann   Announcer
}

// NewOffice returns an office that announces nothing.
func NewOffice(limit int64) *Office { return &Office{limit: limit, ann: silent{}} }

// SetAnnouncer has decisions announced.
func (o *Office) SetAnnouncer(a Announcer) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.ann = a
}

// Decide decides.
func (o *Office) Decide(ctx context.Context, app Application) error {
	o.mu.Lock()
	ann := o.ann
	o.mu.Unlock()
	if app.Cents > o.limit {
		return ann.Refused(ctx, app.Borrower)
	}
	return ann.Approved(ctx, app)
}
