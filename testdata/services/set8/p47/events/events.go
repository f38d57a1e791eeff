// Package events posts events to the Track API.
package events

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"

	"services/set8/p47/visit"
)

type envelope struct {
	Name string `json:"name"`
	Data any    `json:"data"`
}

// Ended posts the end of a visit.
func Ended(ctx context.Context, v visit.Visit) error {
	body, err := json.Marshal(envelope{Name: "visit_ended", Data: visit.Summarize(v)})
	if err != nil {
		return err
	}
	u := fmt.Sprintf("https://track-eu.customer.io/api/v1/customers/%s/events", url.PathEscape(v.PatientID))
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.SetBasicAuth(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("events: %s", res.Status)
	}
	return nil
}
