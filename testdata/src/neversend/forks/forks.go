// Mode: always.

// Package forks uses a fork of the SDK under another import path, and a package
// that only has its repository's name.
package forks

import (
	"context"
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/example/go-customerio/v3"
	other "lookalike/other/go-customerio"
)

func send(ctx context.Context, c *customerio.CustomerIO, a *customerio.APIClient, v, phone string) {
	c.Identify("u1", map[string]any{"ssn": v})                                                                    // want `never-send key "ssn" reaches \(\*customerio.CustomerIO\).Identify`
	c.Track("u1", "paid", map[string]any{"plan": v})                                                              // want `payload of \(\*customerio.CustomerIO\).Track skips the sanitizer`
	c.Identify(phone, nil)                                                                                        // want `hash value phone is used as customer ID`
	c.TrackWriteBatch(ctx, []map[string]any{{"cvv": v}})                                                          // want `never-send key "cvv" reaches \(\*customerio.CustomerIO\).TrackWriteBatch`
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: map[string]any{"password": v}, To: "a@b.example"}) // want `never-send key "password" reaches \(\*customerio.APIClient\).SendEmail`
	c.Delete(v)                                                                                                   // want `without`
}

func clients() (*customerio.CustomerIO, *customerio.APIClient) {
	return customerio.NewTrackClient("0a1b2c3d4e5f60718293", os.Getenv("KEY")), // want `hardcoded site ID`
		customerio.NewAPIClient("00112233445566778899aabbccddeeff") // want `hardcoded App API key`
}

func sendTwin(ctx context.Context, c *customerio.CustomerIO, a *customerio.APIClient, v, id string) {
	c.Identify(id, sanitize.Attributes(map[string]any{"ssn": v}))
	c.TrackWriteBatch(ctx, []map[string]any{sanitize.Attributes(map[string]any{"cvv": v})})
	a.SendEmail(ctx, &customerio.SendEmailRequest{MessageData: sanitize.MessageData(map[string]any{"password": v}), To: "a@b.example"})
}

func clientsTwin() (*customerio.CustomerIO, *customerio.APIClient) {
	return customerio.NewTrackClient(os.Getenv("SITE"), os.Getenv("KEY")), customerio.NewAPIClient(os.Getenv("APP_KEY"))
}

func lookalike(v string) {
	other.NewTrackClient("0a1b2c3d4e5f60718293", "11aa22bb33cc44dd55ee").Identify(v, map[string]any{"ssn": v})
}
