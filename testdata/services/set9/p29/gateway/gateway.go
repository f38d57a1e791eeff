package gateway

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

type Gateway struct {
	base         string
	site, secret string
	client       *http.Client
}

func New(site, secret string) *Gateway {
	return &Gateway{"https://track.customer.io/api/v1/customers/", site, secret, http.DefaultClient}
}

func (g *Gateway) do(ctx context.Context, method, target string) error {
	req, err := http.NewRequestWithContext(ctx, method, target, nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(g.site, g.secret)
	res, err := g.client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("%s: %s", method, res.Status)
	}
	return nil
}

func (g *Gateway) SuppressCustomer(ctx context.Context, id string) error {
	return g.do(ctx, http.MethodPost, g.base+url.PathEscape(id)+"/suppress")
}

func (g *Gateway) RemoveCustomer(ctx context.Context, id string) error {
	return g.do(ctx, http.MethodDelete, g.base+url.PathEscape(id))
}
