// Mode: unless-clean.

// Package auth tells hooks what happens.
package auth

type Hooks struct {
	OnLogin  func(user string, details map[string]any) error
	OnFailed func(user string)
}

type Service struct{ Hooks Hooks }

func (s *Service) Login(user, ip string) error {
	if s.Hooks.OnLogin == nil {
		return nil
	}
	return s.Hooks.OnLogin(user, map[string]any{"last_login_ip": ip})
}

// Harmless has its own hook.
type Harmless struct {
	On func(user string, details map[string]any) error
}

func (h *Harmless) Login(user string) error { return h.On(user, map[string]any{"logins": 1}) }
