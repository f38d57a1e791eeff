package eu

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// Track has the calls for the rights of the data subject.
type Track struct {
	SiteID, APIKey string
}

func (t Track) call(ctx context.Context, method, path string) error {
	req, err := http.NewRequestWithContext(ctx, method, "https://track-eu.customer.io/api/v1/customers/"+path, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(t.SiteID, t.APIKey)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	res.Body.Close()
	if res.StatusCode != 200 {
		return fmt.Errorf("%s: %s", strings.ToLower(method), res.Status)
	}
	return nil
}

func (t Track) Suppress(ctx context.Context, id string) error {
	return t.call(ctx, "POST", url.PathEscape(id)+"/suppress")
}

func (t Track) Delete(ctx context.Context, id string) error {
	return t.call(ctx, "DELETE", url.PathEscape(id))
}
