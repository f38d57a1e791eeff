// Mode: always.

// Package trackv3 calls every data-carrying method of the track client of go-customerio/v3.
package trackv3

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func identify(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func identifySanitized(c *customerio.CustomerIO, v string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"ssn": v}))
}

func identifyCtx(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.IdentifyCtx(ctx, "u1", map[string]any{"ssn": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).IdentifyCtx`
}

func identifyCtxSanitized(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.IdentifyCtx(ctx, "u1", sanitize.Attributes(map[string]any{"ssn": v}))
}

func identifyCtxWithoutAttributes(ctx context.Context, c *customerio.CustomerIO) {
	c.IdentifyCtx(ctx, "u1", nil)
}

func track(c *customerio.CustomerIO, v string) {
	c.Track("u1", "paid", map[string]any{"card_number": v}) // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).Track`
}

func trackSanitized(c *customerio.CustomerIO, v string) {
	c.Track("u1", "paid", sanitize.Attributes(map[string]any{"card_number": v}))
}

func trackCtx(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.TrackCtx(ctx, "u1", "paid", map[string]any{"card_number": v}) // want `never-send key "card_number" reaches \(\*customerio.CustomerIO\).TrackCtx`
}

func trackCtxSanitized(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.TrackCtx(ctx, "u1", "paid", sanitize.Attributes(map[string]any{"card_number": v}))
}

func trackWithOptions(c *customerio.CustomerIO, v string) {
	c.Track("u1", "paid", map[string]any{"cvv": v}, customerio.WithEventID("e1")) // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).Track`
}

func trackWithOptionsSanitized(c *customerio.CustomerIO, v string) {
	c.Track("u1", "paid", sanitize.Attributes(map[string]any{"cvv": v}), customerio.WithEventID("e1"))
}

func trackWithOnlyOptions(c *customerio.CustomerIO) {
	c.Track("u1", "paid", nil, customerio.WithEventID("e1"), customerio.WithEventType(customerio.TrackTypePage))
}

func ownOptionAddsTheKey(c *customerio.CustomerIO, v string) {
	c.Track("u1", "paid", nil, func(payload map[string]any) {
		payload["ssn"] = v // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Track`
	})
}

func trackAnonymous(c *customerio.CustomerIO, v string) {
	c.TrackAnonymous("a1", "seen", map[string]any{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).TrackAnonymous`
}

func trackAnonymousSanitized(c *customerio.CustomerIO, v string) {
	c.TrackAnonymous("a1", "seen", sanitize.Attributes(map[string]any{"password": v}))
}

func trackAnonymousCtx(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.TrackAnonymousCtx(ctx, "a1", "seen", map[string]any{"password": v}) // want `never-send key "password" reaches \(\*customerio.CustomerIO\).TrackAnonymousCtx`
}

func trackAnonymousCtxSanitized(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.TrackAnonymousCtx(ctx, "a1", "seen", sanitize.Attributes(map[string]any{"password": v}))
}

func addDevice(c *customerio.CustomerIO, v string) {
	c.AddDevice("u1", "d1", "ios", map[string]any{"access_token": v}) // want `never-send key "access_token" reaches \(\*customerio.CustomerIO\).AddDevice`
}

func addDeviceSanitized(c *customerio.CustomerIO, v string) {
	c.AddDevice("u1", "d1", "ios", sanitize.Attributes(map[string]any{"access_token": v}))
}

func addDeviceCtx(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.AddDeviceCtx(ctx, "u1", "d1", "ios", map[string]any{"access_token": v}) // want `never-send key "access_token" reaches \(\*customerio.CustomerIO\).AddDeviceCtx`
}

func addDeviceCtxSanitized(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.AddDeviceCtx(ctx, "u1", "d1", "ios", sanitize.Attributes(map[string]any{"access_token": v}))
}

func newDevice(v string) (*customerio.Device, error) {
	return customerio.NewDevice("d1", "ios", map[string]any{"api_key": v}) // want `never-send key "api_key" reaches customerio.NewDevice`
}

func newDeviceSanitized(v string) (*customerio.Device, error) {
	return customerio.NewDevice("d1", "ios", sanitize.Attributes(map[string]any{"api_key": v}))
}

func newDeviceWithoutData() (*customerio.Device, error) {
	return customerio.NewDevice("d1", "ios", nil)
}

func oneNeverSendKeyHidesTheMissingSanitizer(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"phone": v, "ssn": v, "ip": v}) // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
}

func oneOfTwoCallsIsSanitized(c *customerio.CustomerIO, v string) {
	m := map[string]any{"iban": v} // want `never-send key "iban" reaches \(\*customerio.CustomerIO\).Track`
	c.Identify("u1", sanitize.Attributes(m))
	c.Track("u1", "paid", m)
}

func bothCallsAreSanitized(c *customerio.CustomerIO, v string) {
	m := map[string]any{"iban": v}
	c.Identify("u1", sanitize.Attributes(m))
	c.Track("u1", "paid", sanitize.Attributes(m))
}

func newClientInPlace(site, key, v string) {
	customerio.NewTrackClient(site, key, customerio.WithRegion(customerio.RegionEU)).Identify("u1", map[string]any{"jwt": v}) // want `never-send key "jwt" reaches \(\*customerio.CustomerIO\).Identify`
}

func newClientInPlaceSanitized(site, key, v string) {
	customerio.NewTrackClient(site, key).Identify("u1", sanitize.Attributes(map[string]any{"jwt": v}))
}

func callsWithoutPayload(ctx context.Context, c *customerio.CustomerIO) {
	c.Delete("u1")         // want `person deleted by`
	c.DeleteCtx(ctx, "u1") // want `person deleted by`
	c.DeleteDevice("u1", "d1")
	c.MergeCustomers(
		customerio.Identifier{Type: customerio.IdentifierTypeID, Value: "u1"},
		customerio.Identifier{Type: customerio.IdentifierTypeID, Value: "u2"},
	)
	c.AddPeopleToSegment(ctx, 1, []string{"u1"})
}
