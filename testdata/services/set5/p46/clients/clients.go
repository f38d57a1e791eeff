package clients

import (
	"context"
	"path/filepath"

	"github.com/ciolint/ciolint/runtime/credential"
	customerio "github.com/customerio/go-customerio/v3"
)

const (
	siteFile = "site_id"
	keyFile  = "api_key"
)

// Pool is a client whose keys rotate.
type Pool = credential.Rotating[*customerio.CustomerIO]

func Open(ctx context.Context, dir string) (*Pool, error) {
	return credential.NewRotating(ctx, credential.Config[*customerio.CustomerIO]{
		Sources: []credential.Source{
			credential.File(filepath.Join(dir, siteFile)),
			credential.File(filepath.Join(dir, keyFile)),
		},
		Verify: credential.TrackVerifier{Region: credential.RegionEU}.Verify,
		Build: func(keys []credential.String) (*customerio.CustomerIO, error) {
			return customerio.NewTrackClient(keys[0].Reveal(), keys[1].Reveal(), customerio.WithRegion(customerio.RegionEU)), nil
		},
	})
}
