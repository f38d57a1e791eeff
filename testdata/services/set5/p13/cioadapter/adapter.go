package cioadapter

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

type Adapter struct {
	SiteID, APIKey string
	HTTP           *http.Client
	client         *customerio.CustomerIO
}

func New(siteID, apiKey string) *Adapter {
	return &Adapter{
		SiteID: siteID, APIKey: apiKey, HTTP: http.DefaultClient,
		client: customerio.NewTrackClient(siteID, apiKey),
	}
}

func (a *Adapter) Remove(ctx context.Context, id string) error {
	return a.client.DeleteCtx(ctx, id)
}

func (a *Adapter) Suppress(ctx context.Context, id string) error {
	target := fmt.Sprintf("https://track.customer.io/api/v1/customers/%s/suppress", url.PathEscape(id))
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, target, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(a.SiteID, a.APIKey)
	res, err := a.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("suppress: %s", res.Status)
	}
	return nil
}
