// Package reach has the channels.
package reach

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p34/guest"
)

// Phone calls the room by our own switchboard.
type Phone struct {
	URL  string
	HTTP *http.Client
}

// Tell implements guest.Channel.
func (p Phone) Tell(ctx context.Context, g guest.Guest, topic string) error {
	b, err := json.Marshal(map[string]string{"dial": g.Phone, "say": topic})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.URL+"/calls", bytes.NewReader(b))
	if err != nil {
		return err
	}
	res, err := p.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode >= 300 {
		return fmt.Errorf("switchboard: %s", res.Status)
	}
	return nil
}

// Campaign sends an event.
type Campaign struct {
	Client *customerio.CustomerIO
	San    *sanitize.Sanitizer
}

// Tell implements guest.Channel.
func (c Campaign) Tell(ctx context.Context, g guest.Guest, topic string) error {
	fields := g.Fields()
	fields["topic"] = topic
	return c.Client.TrackCtx(ctx, g.Ref, "concierge_message", c.San.Attributes(fields))
}
