package cio

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

type People struct {
	site, key string
	sdk       *customerio.CustomerIO
}

func NewPeople(site, key string) *People {
	return &People{site: site, key: key, sdk: customerio.NewTrackClient(site, key)}
}

// Forget suppresses a person, then deletes it.
func (p *People) Forget(ctx context.Context, id string) error {
	if err := p.suppress(ctx, id); err != nil {
		return fmt.Errorf("suppress: %w", err)
	}
	return p.sdk.DeleteCtx(ctx, id)
}

func (p *People) suppress(ctx context.Context, id string) error {
	u := "https://track.customer.io/api/v1/customers/" + url.PathEscape(id) + "/suppress"
	req, err := http.NewRequestWithContext(ctx, "POST", u, http.NoBody)
	if err != nil {
		return err
	}
	req.SetBasicAuth(p.site, p.key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}
