// Package cio implements both ports.
package cio

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Mailer sends transactional emails.
type Mailer struct{ App *customerio.APIClient }

// Reset sends the link.
func (m Mailer) Reset(ctx context.Context, to, link string) error {
	req := &customerio.SendEmailRequest{TransactionalMessageID: "5", To: to, Identifiers: map[string]string{"email": to}}
	req.MessageData = sanitize.MessageData(map[string]any{"reset_link": link})
	keep := true
	req.DisableMessageRetention = &keep
	_, err := m.App.SendEmail(ctx, req)
	return err
}

// Auditor tracks.
type Auditor struct{ Track *customerio.CustomerIO }

// Count tracks a number.
func (a Auditor) Count(ctx context.Context, seller, what string, n int) error {
	return a.Track.TrackCtx(ctx, seller, what, map[string]any{"count": n})
}
