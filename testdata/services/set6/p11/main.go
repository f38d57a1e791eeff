// Command purge removes accounts that asked for it thirty days ago.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type account struct {
	ID        string
	RequestAt time.Time
}

type accounts interface {
	Leaving(ctx context.Context, before time.Time) ([]account, error)
	Forget(ctx context.Context, id string) error
}

type purger struct {
	db   accounts
	cio  *customerio.CustomerIO
	wait time.Duration
}

func (p *purger) tick(ctx context.Context) error {
	list, err := p.db.Leaving(ctx, time.Now().Add(-p.wait))
	if err != nil {
		return err
	}
	var errs []error
	for _, a := range list {
		if err := p.cio.DeleteCtx(ctx, a.ID); err != nil {
			errs = append(errs, err)
			continue
		}
		errs = append(errs, p.db.Forget(ctx, a.ID))
	}
	return errors.Join(errs...)
}

type memory map[string]account

func (m memory) Leaving(_ context.Context, before time.Time) (out []account, _ error) {
	for _, a := range m {
		if a.RequestAt.Before(before) {
			out = append(out, a)
		}
	}
	return out, nil
}

func (m memory) Forget(_ context.Context, id string) error { delete(m, id); return nil }

func main() {
	p := &purger{db: memory{}, cio: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")), wait: 30 * 24 * time.Hour}
	for range time.Tick(24 * time.Hour) {
		if err := p.tick(context.Background()); err != nil {
			log.Println("purge:", err)
		}
	}
}
