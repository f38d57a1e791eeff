// Package gdpr erases policy holders.
package gdpr

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

// Eraser erases.
type Eraser struct {
	HTTP   *http.Client
	Site   string
	Key    string
	Client *customerio.CustomerIO
}

func (e *Eraser) suppress(ctx context.Context, id string) error {
	u := "https://track.customer.io/api/v1/customers/" + url.PathEscape(id) + "/suppress"
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(e.Site, e.Key)
	resp, err := e.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("suppress: status %d", resp.StatusCode)
	}
	return nil
}

// Erase suppresses and then deletes.
func (e *Eraser) Erase(ctx context.Context, id string) error {
	if err := e.suppress(ctx, id); err != nil {
		return fmt.Errorf("not deleted: %w", err)
	}
	return e.Client.DeleteCtx(ctx, id)
}
