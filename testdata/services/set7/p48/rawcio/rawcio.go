// Package rawcio talks to the Track API by net/http.
package rawcio

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

// API is the Track API.
type API struct {
	user, pass string
	base       string
	doer       *http.Client
}

// FromEnv reads keys.
func FromEnv() (*API, error) {
	a := &API{user: os.Getenv("CIO_SITE_ID"), pass: os.Getenv("CIO_API_KEY"), base: "https://track.customer.io", doer: http.DefaultClient}
	if a.user == "" || a.pass == "" {
		return nil, errors.New("rawcio: CIO_SITE_ID and CIO_API_KEY")
	}
	return a, nil
}

// Put a profile given as JSON.
func (a *API) Put(ctx context.Context, id string, profile []byte) error {
	clean, err := sanitize.JSON(profile)
	if err != nil {
		return err
	}
	target := a.base + "/api/v1/customers/" + url.PathEscape(id)
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, target, bytes.NewReader(clean))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.SetBasicAuth(a.user, a.pass)
	res, err := a.doer.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode >= 300 {
		return fmt.Errorf("rawcio: status %d", res.StatusCode)
	}
	return nil
}
