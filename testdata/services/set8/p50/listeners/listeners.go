// Package listeners has the listeners.
package listeners

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Registry is the ministry's register of students.
type Registry struct{ URL string }

// Enrolled registers.
func (r Registry) Enrolled(ctx context.Context, id string, facts map[string]any) error {
	facts["id"] = id
	b, err := json.Marshal(facts)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, r.URL, bytes.NewReader(b))
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

// Welcome starts the welcome campaign.
type Welcome struct{ C *customerio.CustomerIO }

// Enrolled tracks.
func (w Welcome) Enrolled(ctx context.Context, id string, facts map[string]any) error {
	clean := sanitize.Attributes(facts)
	clean["source"] = "desk"
	return w.C.TrackCtx(ctx, id, "enrolled", clean)
}
