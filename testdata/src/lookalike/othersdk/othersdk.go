// Mode: always.

// Package othersdk uses packages that have the SDK's package name, type names and method names under another
// import path. Nothing in here concerns Customer.io.
package othersdk

import (
	"context"

	"lookalike/other/analytics"
	"lookalike/other/customerio"
)

func identify(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"ssn": v, "phone": v})
}

func track(c *customerio.CustomerIO, v string) {
	c.Track("u1", "paid", map[string]any{"card_number": v})
}

func email(ctx context.Context, a *customerio.APIClient, v string) {
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: map[string]any{"password": v}})
}

func enqueue(c analytics.Client, v string) {
	c.Enqueue(analytics.Identify{UserId: "u1", Traits: analytics.Traits{"iban": v}})
}

func constructors() (*customerio.CustomerIO, *customerio.APIClient, analytics.Client) {
	return customerio.NewTrackClient("0a1b2c3d4e5f60718293", "11aa22bb33cc44dd55ee"),
		customerio.NewAPIClient("00112233445566778899aabbccddeeff"),
		analytics.New("a0b1c2d3e4f5a6b7c8d9")
}

func field() *customerio.APIClient {
	return &customerio.APIClient{Key: "00112233445566778899aabbccddeeff"}
}
