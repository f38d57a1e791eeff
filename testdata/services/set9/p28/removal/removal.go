package removal

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

type Remover struct {
	HTTP         *http.Client
	Site, Secret string
	Track        *customerio.CustomerIO
}

func (r *Remover) suppress(ctx context.Context, memberID string) error {
	u := "https://track-eu.customer.io/api/v1/customers/" + url.PathEscape(memberID) + "/suppress"
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(r.Site, r.Secret)
	res, err := r.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("suppress: %s", res.Status)
	}
	return nil
}

func (r *Remover) one(ctx context.Context, memberID string) error {
	if err := r.suppress(ctx, memberID); err != nil {
		return err
	}
	return r.Track.DeleteCtx(ctx, memberID)
}

// All tries every member, and tells what failed.
func (r *Remover) All(ctx context.Context, memberIDs []string) error {
	var errs error
	for i, id := range memberIDs {
		if err := r.one(ctx, id); err != nil {
			errs = errors.Join(errs, fmt.Errorf("member %d: %w", i, err))
		}
	}
	return errs
}
