// Package gdpr erases readers.
package gdpr

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

// Keys of the workspace.
type Keys struct{ Site, API string }

// Eraser erases readers.
type Eraser struct {
	keys   Keys
	http   *http.Client
	client *customerio.CustomerIO
}

// NewEraser returns an Eraser.
func NewEraser(k Keys) (*Eraser, error) {
	if k.Site == "" || k.API == "" {
		return nil, errors.New("gdpr: keys missing")
	}
	return &Eraser{keys: k, http: &http.Client{Timeout: 15 * time.Second}, client: customerio.NewTrackClient(k.Site, k.API)}, nil
}

func (e *Eraser) suppress(ctx context.Context, id string) error {
	u := fmt.Sprintf("https://track.customer.io/api/v1/customers/%s/suppress", url.PathEscape(id))
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, http.NoBody)
	if err != nil {
		return err
	}
	req.SetBasicAuth(e.keys.Site, e.keys.API)
	res, err := e.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("suppress: %s", res.Status)
	}
	return nil
}

// Erase one reader.
func (e *Eraser) Erase(ctx context.Context, id string) error {
	var err error
	for try := range 3 {
		if err = e.suppress(ctx, id); err == nil {
			break
		}
		time.Sleep(time.Second << try)
	}
	if err != nil {
		return fmt.Errorf("reader kept: %w", err)
	}
	return e.client.DeleteCtx(ctx, id)
}
