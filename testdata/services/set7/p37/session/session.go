// Package session has the login of the running app.
package session

import (
	"context"
	"os"
)

// Session of a login.
type Session struct {
	Version      string
	RefreshToken string
	Lang         string
}

// FromEnv reads a session.
func FromEnv() *Session {
	return &Session{Version: "5.2.0", RefreshToken: os.Getenv("REFRESH_TOKEN"), Lang: os.Getenv("LANG")}
}

// Props are common to all events.
func (s *Session) Props(context.Context) map[string]any {
	return map[string]any{
		"app_version":   s.Version,
		"language":      s.Lang,
		"refresh_token": s.RefreshToken,
	}
}
