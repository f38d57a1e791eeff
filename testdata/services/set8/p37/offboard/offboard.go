// Package offboard removes everybody of a tenant that left.
package offboard

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

// Remover removes people.
type Remover struct {
	HTTP      *http.Client
	Site, Key string
	Track     *customerio.CustomerIO
}

// Suppress blocks a person.
func (r *Remover) Suppress(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost,
		fmt.Sprintf("https://track.customer.io/api/v1/customers/%s/suppress", url.PathEscape(id)), http.NoBody)
	if err != nil {
		return err
	}
	req.SetBasicAuth(r.Site, r.Key)
	res, err := r.HTTP.Do(req)
	if err != nil {
		return err
	}
	res.Body.Close()
	if res.StatusCode >= 300 {
		return fmt.Errorf("suppress: %s", res.Status)
	}
	return nil
}

// Tenant removes all members.
func (r *Remover) Tenant(ctx context.Context, members []string) error {
	for i, id := range members {
		if err := r.Suppress(ctx, id); err != nil {
			return fmt.Errorf("member %d: %w", i, err)
		}
		if err := r.Track.DeleteCtx(ctx, id); err != nil {
			return fmt.Errorf("member %d: %w", i, err)
		}
	}
	return nil
}
