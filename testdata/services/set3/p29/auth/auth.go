// Package auth logs people in.
package auth

import (
	"context"
	"errors"
	"net/http"
	"net/netip"
	"time"
)

// Hooks are told what happens; those that are nil are not.
type Hooks struct {
	OnLogin  func(ctx context.Context, user string, details map[string]any) error
	OnFailed func(ctx context.Context, user string)
}

// Checker checks credentials.
type Checker interface {
	Check(ctx context.Context, user, secret string) bool
}

// Service logs people in.
type Service struct {
	Hooks   Hooks
	Checker Checker
}

// ErrDenied is all that a person is told.
var ErrDenied = errors.New("auth: denied")

// Login checks a login.
func (s *Service) Login(r *http.Request, user, secret string) error {
	ctx := r.Context()
	if !s.Checker.Check(ctx, user, secret) {
		if f := s.Hooks.OnFailed; f != nil {
			f(ctx, user)
		}
		return ErrDenied
	}
	if s.Hooks.OnLogin == nil {
		return nil
	}
	details := map[string]any{"last_login_at": time.Now().Unix()}
	if ap, err := netip.ParseAddrPort(r.RemoteAddr); err == nil {
		details["last_login_ip"] = ap.Addr().String()
	}
	if d := r.Header.Get("X-Device-Id"); d != "" {
		details["device_id"] = d
	}
	return s.Hooks.OnLogin(ctx, user, details)
}
