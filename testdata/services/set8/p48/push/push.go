// Package push registers the phones of couriers.
package push

import (
	"context"
	"fmt"

	"github.com/customerio/go-customerio/v3"
)

// Platform of a phone.
type Platform int

const (
	IOS Platform = iota
	Android
)

func (p Platform) String() string {
	if p == IOS {
		return "ios"
	}
	return "android"
}

// Phone of a courier.
type Phone struct {
	CourierID   string
	PushToken   string
	Platform    Platform
	AppVersion  string
	HasPassword bool
}

// Registrar registers.
type Registrar interface {
	AddDeviceCtx(ctx context.Context, customerID, deviceID, platform string, data map[string]any) error
}

var _ Registrar = (*customerio.CustomerIO)(nil)

// Register one phone.
func Register(ctx context.Context, r Registrar, p Phone) error {
	if p.PushToken == "" {
		return fmt.Errorf("push: courier %s has no token", p.CourierID)
	}
	return r.AddDeviceCtx(ctx, p.CourierID, p.PushToken, p.Platform.String(), map[string]any{
		"app_version":  p.AppVersion,
		"has_password": p.HasPassword,
	})
}
