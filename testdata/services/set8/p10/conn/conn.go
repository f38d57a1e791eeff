// Package conn opens clients.
package conn

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/customerio/go-customerio/v3"
)

const (
	defaultDir  = "/var/run/secrets/customerio"
	siteFile    = "site_id"
	keyFile     = "track_api_key"
	placeholder = "changeme"
)

type options struct {
	dir    string
	region customerio.Region
	agent  string
}

// Option is a functional option.
type Option func(*options)

// Dir sets the folder of the secrets.
func Dir(d string) Option { return func(o *options) { o.dir = d } }

// EU uses the region EU.
func EU() Option { return func(o *options) { o.region = customerio.RegionEU } }

// Agent sets the user agent.
func Agent(a string) Option { return func(o *options) { o.agent = a } }

// ErrPlaceholder says that nobody filled in the secret.
var ErrPlaceholder = errors.New("conn: the secret is still the placeholder")

// Open reads the keys and returns a client.
func Open(opts ...Option) (*customerio.CustomerIO, error) {
	o := options{dir: defaultDir, region: customerio.RegionUS, agent: "clinic-core/2.4.1"}
	for _, f := range opts {
		f(&o)
	}
	var pair [2]string
	for i, name := range [2]string{siteFile, keyFile} {
		b, err := os.ReadFile(filepath.Join(o.dir, name))
		if err != nil {
			return nil, err
		}
		pair[i] = strings.TrimSpace(string(b))
		if pair[i] == "" || pair[i] == placeholder {
			return nil, ErrPlaceholder
		}
	}
	return customerio.NewTrackClient(pair[0], pair[1], customerio.WithRegion(o.region), customerio.WithUserAgent(o.agent)), nil
}
