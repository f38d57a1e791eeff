// Package customerio stands for the SDK of the same name in the README's
// examples: they are run, and the SDK is no dependency of this module.
package customerio

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

// CustomerIO is a client of the Track API that knows one call.
type CustomerIO struct{ siteID, apiKey string }

// NewTrackClient returns a client for the US region.
func NewTrackClient(siteID, apiKey string) *CustomerIO { return &CustomerIO{siteID, apiKey} }

// Error is what the SDK's CustomerIOError is: an answer other than 200.
type Error int

func (e Error) Error() string { return fmt.Sprintf("status %d", int(e)) }

// StatusCode returns the status.
func (e Error) StatusCode() int { return int(e) }

// IdentifyCtx makes or changes a person.
func (c *CustomerIO) IdentifyCtx(ctx context.Context, id string, attributes map[string]any) error {
	body, err := json.Marshal(attributes)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, "https://track.customer.io/api/v1/customers/"+url.PathEscape(id), bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.siteID, c.apiKey)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return Error(resp.StatusCode)
	}
	return nil
}
