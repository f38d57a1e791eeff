package workspace

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

// Workspace is one workspace of Customer.io.
type Workspace struct {
	site, key string
	sdk       *customerio.CustomerIO
}

func Open(site, key string) *Workspace {
	return &Workspace{site: site, key: key, sdk: customerio.NewTrackClient(site, key)}
}

func (w *Workspace) DeleteProfile(ctx context.Context, id string) error {
	return w.sdk.DeleteCtx(ctx, id)
}

func (w *Workspace) Suppress(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost,
		"https://track.customer.io/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(w.site, w.key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("workspace: suppress: %s", resp.Status)
	}
	return nil
}
