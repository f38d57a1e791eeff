// Command streaks counts days in a row.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type keySource func(name string) credential.Source

func fromDir(dir string) keySource {
	return func(name string) credential.Source { return credential.File(filepath.Join(dir, name)) }
}

func fromEnv(name string) credential.Source { return credential.Env("CIO_" + name) }

func open(ctx context.Context, source keySource) (*credential.Rotating[*customerio.CustomerIO], error) {
	return credential.NewRotating(ctx, credential.Config[*customerio.CustomerIO]{
		Sources: []credential.Source{source("SITE_ID"), source("API_KEY")},
		Verify:  credential.TrackVerifier{Region: credential.RegionEU}.Verify,
		Build: func(keys []credential.String) (*customerio.CustomerIO, error) {
			if len(keys) != 2 {
				return nil, errors.New("two keys are needed")
			}
			return customerio.NewTrackClient(keys[0].Reveal(), keys[1].Reveal(),
				customerio.WithRegion(customerio.RegionEU)), nil
		},
	})
}

type streak struct {
	learner string
	days    int
	since   time.Time
}

func (s streak) attributes() map[string]any {
	return sanitize.Attributes(map[string]any{
		"streak_days":  s.days,
		"streak_since": s.since.Unix(),
	})
}

func main() {
	ctx := context.Background()
	source := keySource(fromEnv)
	if dir := os.Getenv("SECRETS_DIR"); dir != "" {
		source = fromDir(dir)
	}
	clients, err := open(ctx, source)
	if err != nil {
		log.Fatal(err)
	}
	defer clients.Close()

	for _, s := range []streak{{learner: os.Getenv("LEARNER"), days: 7, since: time.Now().AddDate(0, 0, -7)}} {
		err := clients.Do(ctx, func(c *customerio.CustomerIO) error {
			return c.IdentifyCtx(ctx, s.learner, s.attributes())
		})
		if err != nil {
			log.Print(err)
		}
	}
}
