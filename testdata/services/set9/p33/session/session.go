package session

import (
	"context"
	"net/http"
	"strings"
)

type Session struct {
	UserID      string
	Workspace   string
	AccessToken string
}

type key struct{}

func With(ctx context.Context, s Session) context.Context { return context.WithValue(ctx, key{}, s) }

func From(ctx context.Context) (Session, bool) {
	s, ok := ctx.Value(key{}).(Session)
	return s, ok
}

func Middleware(resolve func(token string) (Session, error), next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		s, err := resolve(token)
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		s.AccessToken = token
		next.ServeHTTP(w, r.WithContext(With(r.Context(), s)))
	})
}
