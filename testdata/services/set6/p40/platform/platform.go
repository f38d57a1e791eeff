package platform

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/customerio/go-customerio/v3"
)

type Clients struct {
	Track *customerio.CustomerIO
	App   *customerio.APIClient
}

type Names struct{ Site, Track, App string }

// Production are the names of the secrets, not the secrets.
var Production = Names{
	Site:  "customerio-site-id",
	Track: "customerio-track-key",
	App:   "customerio-app-key",
}

func Dial(ctx context.Context, dir string, n Names) (*Clients, error) {
	var vals [3]string
	for i, name := range []string{n.Site, n.Track, n.App} {
		v, err := credential.Read(ctx, credential.File(filepath.Join(dir, name)))
		if err != nil {
			return nil, fmt.Errorf("secret %s: %w", name, err)
		}
		vals[i] = v
	}
	return &Clients{
		Track: customerio.NewTrackClient(vals[0], vals[1]),
		App:   customerio.NewAPIClient(vals[2], customerio.WithRegion(customerio.RegionEU)),
	}, nil
}
