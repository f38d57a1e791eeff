// Mode: unless-clean.

// Package authn keeps who calls in the context, for itself and others.
package authn

import "context"

type Session struct{ UserID, Tenant, AccessToken string }

type key struct{}

func With(ctx context.Context, s Session) context.Context { return context.WithValue(ctx, key{}, s) }

func From(ctx context.Context) (Session, bool) {
	s, ok := ctx.Value(key{}).(Session)
	return s, ok
}
