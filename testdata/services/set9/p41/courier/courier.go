package courier

import (
	"context"
	"time"
)

type Device struct {
	PushToken string
	Platform  string
	OSVersion string
	LastIP    string
}

// Hooks are called when something happens to a courier's app.
type Hooks struct {
	OnDevice func(ctx context.Context, courierID, token, platform string, about map[string]any) error
	Clock    func() time.Time
}

type App struct{ hooks Hooks }

func NewApp(h Hooks) *App {
	if h.Clock == nil {
		h.Clock = time.Now
	}
	return &App{hooks: h}
}

func (a *App) Register(ctx context.Context, courierID string, d Device) error {
	if a.hooks.OnDevice == nil {
		return nil
	}
	return a.hooks.OnDevice(ctx, courierID, d.PushToken, d.Platform, map[string]any{
		"os_version":    d.OSVersion,
		"registered_at": a.hooks.Clock().Unix(),
		"ip_address":    d.LastIP,
	})
}
