package marketing

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

type Config struct {
	SiteID string
	APIKey string
	HTTP   *http.Client
}

type Tool struct {
	cfg Config
	sdk *customerio.CustomerIO
}

func Open(cfg Config) *Tool {
	return &Tool{cfg: cfg, sdk: customerio.NewTrackClient(cfg.SiteID, cfg.APIKey, customerio.WithHTTPClient(cfg.HTTP))}
}

func (t *Tool) Forget(ctx context.Context, memberID string) error {
	u, err := url.JoinPath("https://track.customer.io/api/v1/customers", memberID, "suppress")
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, http.NoBody)
	if err != nil {
		return err
	}
	req.SetBasicAuth(t.cfg.SiteID, t.cfg.APIKey)
	res, err := t.cfg.HTTP.Do(req)
	if err != nil {
		return fmt.Errorf("suppress: %w", err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("suppress: status %d", res.StatusCode)
	}
	return t.sdk.DeleteCtx(ctx, memberID)
}
