package lifecycle

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type Suppressor interface {
	Suppress(ctx context.Context, id string) error
}

// Suppressions posts to the Track API, which the SDK has no method for.
type Suppressions struct {
	HC        *http.Client
	Site, Key string
}

func (s *Suppressions) Suppress(ctx context.Context, id string) error {
	u, err := url.JoinPath("https://track.customer.io/api/v1/customers", url.PathEscape(id), "suppress")
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(s.Site, s.Key)
	resp, err := s.HC.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("suppress: %s", resp.Status)
	}
	return nil
}

type Remote struct {
	suppress Suppressor
	cio      *customerio.CustomerIO
}

func NewRemote(s Suppressor, cio *customerio.CustomerIO) *Remote { return &Remote{s, cio} }

func (r *Remote) Close(ctx context.Context, accountID string) error {
	err := retry(ctx, 3, func() error { return r.suppress.Suppress(ctx, accountID) })
	if err != nil {
		return fmt.Errorf("not deleted: %w", err)
	}
	return retry(ctx, 3, func() error { return r.cio.DeleteCtx(ctx, accountID) })
}

func retry(ctx context.Context, times int, do func() error) (err error) {
	for i := range times {
		if err = do(); err == nil || ctx.Err() != nil {
			return err
		}
		time.Sleep(time.Second << i)
	}
	return err
}
