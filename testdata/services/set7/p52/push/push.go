// Package push registers devices.
package push

import (
	"context"
	"errors"
	"slices"
)

// Registration from an app.
type Registration struct {
	User     string `json:"user"`
	Token    string `json:"token"`
	Platform string `json:"platform"`
	Version  string `json:"version"`
	Lang     string `json:"lang"`
	Beta     bool   `json:"beta"`
}

// Devices of users.
type Devices interface {
	AddDeviceCtx(ctx context.Context, customerID, deviceID, platform string, data map[string]any) error
	DeleteDeviceCtx(ctx context.Context, customerID, deviceID string) error
}

// Registrar of devices.
type Registrar struct{ devices Devices }

// NewRegistrar returns a Registrar.
func NewRegistrar(d Devices) *Registrar { return &Registrar{devices: d} }

// ErrPlatform is an unknown platform.
var ErrPlatform = errors.New("push: platform")

// Register a device.
func (r *Registrar) Register(ctx context.Context, g Registration) error {
	if !slices.Contains([]string{"ios", "android"}, g.Platform) {
		return ErrPlatform
	}
	return r.devices.AddDeviceCtx(ctx, g.User, g.Token, g.Platform, map[string]any{
		"app_version": g.Version,
		"language":    g.Lang,
		"beta":        g.Beta,
	})
}

// Unregister a device.
func (r *Registrar) Unregister(ctx context.Context, user, token string) error {
	return r.devices.DeleteDeviceCtx(ctx, user, token)
}
