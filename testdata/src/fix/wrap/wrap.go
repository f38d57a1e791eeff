// Mode: always.

// Package wrap sends payloads of every form: each finding's fix wraps the
// payload where it is handed over.
package wrap

import (
	"context"
	"fmt"

	"github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Email, Phone, SSN string }

func literal(c *customerio.CustomerIO, u user) error {
	return c.Identify(u.ID, map[string]any{"email": u.Email, "ssn": u.SSN}) // want `never-send key "ssn"`
}

func literalOverLines(c *customerio.CustomerIO, u user) {
	err := c.Identify(u.ID, map[string]any{ // want `payload of .*Identify skips the sanitizer and holds "phone"`
		"email": u.Email,
		"phone": u.Phone, // with country code
	})
	fmt.Println(err)
}

func twoFindingsAndOneFix(c *customerio.CustomerIO, u user) {
	c.Identify(u.ID, map[string]any{
		"ssn":      u.SSN,   // want `never-send key "ssn"`
		"password": u.Email, // want `never-send key "password"`
	})
}

func variable(c *customerio.CustomerIO, u user) error {
	attributes := map[string]any{"email": u.Email}
	attributes["phone"] = u.Phone
	return c.Identify(u.ID, attributes) // want `skips the sanitizer and holds "phone"`
}

func variableWithNeverSendKey(c *customerio.CustomerIO, u user) error {
	attributes := map[string]any{"email": u.Email}
	attributes["ssn"] = u.SSN // want `never-send key "ssn"`
	return c.Identify(u.ID, attributes)
}

func (u user) attributes() map[string]any { return map[string]any{"email": u.Email} }

func call(c *customerio.CustomerIO, u user) error {
	return c.Identify(u.ID, u.attributes()) // want `skips the sanitizer`
}

func event(ctx context.Context, c *customerio.CustomerIO, u user) {
	c.Track(u.ID, "seen", map[string]any{"page": u.Email})                               // want `Track skips`
	c.TrackCtx(ctx, u.ID, "seen", map[string]any{"page": u.Email})                       // want `TrackCtx skips`
	c.Track(u.ID, "seen", map[string]any{"page": u.Email}, customerio.WithEventID("e1")) // want `Track skips`
	c.TrackAnonymous("a1", "seen", map[string]any{"page": u.Email})                      // want `TrackAnonymous skips`
	c.IdentifyCtx(ctx, u.ID, map[string]any{"page": u.Email})                            // want `IdentifyCtx skips`
	c.AddDevice(u.ID, "d1", "ios", map[string]any{"page": u.Email})                      // want `AddDevice skips`
	c.Track(u.ID, "seen", (map[string]any{"page": u.Email}))                             // want `Track skips`
	c.Track(u.ID, "seen", map[string]any(properties{"page": u.Email}))                   // want `Track skips`
	c.Track(u.ID, "seen", properties{"page": u.Email})                                   // want `Track skips`
}

type properties map[string]any

func wrapper(c *customerio.CustomerIO, attributes map[string]any) error {
	return c.Identify("u1", attributes)
}

func callerOfWrapper(c *customerio.CustomerIO, u user) error {
	return wrapper(c, map[string]any{"email": u.Email}) // want `skips the sanitizer`
}

func inPlaces(c *customerio.CustomerIO, u user) (err error) {
	defer c.Identify(u.ID, map[string]any{"email": u.Email})                   // want `skips the sanitizer`
	go c.Identify(u.ID, map[string]any{"email": u.Email})                      // want `skips the sanitizer`
	if err := c.Identify(u.ID, map[string]any{"email": u.Email}); err != nil { // want `skips the sanitizer`
		return err
	}
	send := func() error { return c.Identify(u.ID, map[string]any{"email": u.Email}) } // want `skips the sanitizer`
	return send()
}
