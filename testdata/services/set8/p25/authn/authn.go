// Package authn puts who calls into the context.
package authn

import (
	"context"
	"net/http"
	"strings"
)

// Session is who calls.
type Session struct {
	UserID      string
	Tenant      string
	AccessToken string
}

type key struct{}

// From takes the session out of a context.
func From(ctx context.Context) (Session, bool) {
	s, ok := ctx.Value(key{}).(Session)
	return s, ok
}

// Middleware authenticates.
func Middleware(resolve func(token string) (user, tenant string, err error)) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			tok := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
			user, tenant, err := resolve(tok)
			if err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			s := Session{UserID: user, Tenant: tenant, AccessToken: tok}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, s)))
		})
	}
}
