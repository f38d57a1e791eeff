// Stub written from the public signatures, for tests.

package customerio

import "context"

// Device is a device for push messages.
type Device struct {
	Token      string         `json:"token"`
	Platform   string         `json:"platform"`
	LastUsed   string         `json:"last_used,omitempty"`
	Attributes map[string]any `json:"attributes"`
}

// NewDevice returns a device for push messages.
func NewDevice(deviceID, platform string, data map[string]any) (*Device, error) {
	return &Device{Token: deviceID, Platform: platform, Attributes: data}, nil
}

func (c *CustomerIO) AddDeviceCtx(ctx context.Context, customerID string, deviceID string, platform string, data map[string]any) error {
	return nil
}

func (c *CustomerIO) AddDevice(customerID string, deviceID string, platform string, data map[string]any) error {
	return nil
}

func (c *CustomerIO) DeleteDeviceCtx(ctx context.Context, customerID string, deviceID string) error {
	return nil
}

func (c *CustomerIO) DeleteDevice(customerID string, deviceID string) error { return nil }

func (c *CustomerIO) AddPeopleToSegment(ctx context.Context, segmentID int, ids []string, opts ...SegmentOption) error {
	return nil
}

func (c *CustomerIO) RemovePeopleFromSegment(ctx context.Context, segmentID int, ids []string, opts ...SegmentOption) error {
	return nil
}
