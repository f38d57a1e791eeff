package cio

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

type Remote struct {
	SDK       *customerio.CustomerIO
	HTTP      *http.Client
	Site, Key string
}

func (r *Remote) Suppress(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://track.customer.io/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(r.Site, r.Key)
	resp, err := r.HTTP.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	if resp.StatusCode != 200 {
		return fmt.Errorf("suppress: %d", resp.StatusCode)
	}
	return nil
}

func (r *Remote) Delete(ctx context.Context, id string) error { return r.SDK.DeleteCtx(ctx, id) }
