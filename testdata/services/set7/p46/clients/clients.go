// Package clients has clients whose keys rotate.
package clients

import (
	"context"

	"github.com/ciolint/ciolint/runtime/credential"
	customerio "github.com/customerio/go-customerio/v3"
)

// Track is a client that rotates.
type Track = credential.Rotating[*customerio.CustomerIO]

// Open a client for a secret with two fields.
func Open(ctx context.Context, secret credential.Source) (*Track, error) {
	return credential.NewRotating(ctx, credential.Config[*customerio.CustomerIO]{
		Sources: []credential.Source{
			credential.Field(secret, "site_id"),
			credential.Field(secret, "api_key"),
		},
		Verify: credential.TrackVerifier{Region: credential.RegionEU}.Verify,
		Build: func(keys []credential.String) (*customerio.CustomerIO, error) {
			return customerio.NewTrackClient(keys[0].Reveal(), keys[1].Reveal(), customerio.WithRegion(customerio.RegionEU)), nil
		},
	})
}
