// Package login challenges users of the portal.
package login

import (
	"context"

	"services/set8/p33/bus"
)

// Challenged is published when a code was made.
type Challenged struct {
	UserID  string
	Channel string
	OTPCode string
}

// Service challenges.
type Service struct {
	Topic bus.Topic[Challenged]
	Make  func() string
}

// Challenge makes a code.
func (s *Service) Challenge(ctx context.Context, userID, channel string) {
	s.Topic.Publish(ctx, Challenged{UserID: userID, Channel: channel, OTPCode: s.Make()})
}
