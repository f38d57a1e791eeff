package crmsync

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

// Contact is a contact of the CRM; Fields are whatever the sales team invents.
type Contact struct {
	Ref    string         `json:"ref"`
	Fields map[string]any `json:"fields"`
	Deals  []struct {
		Stage string `json:"stage"`
	} `json:"deals"`
}

type Source interface {
	Changed(ctx context.Context, since time.Time) ([]Contact, error)
}

type HTTPSource struct{ URL string }

func (s HTTPSource) Changed(ctx context.Context, since time.Time) ([]Contact, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", s.URL+"?since="+since.Format(time.RFC3339), nil)
	if err != nil {
		return nil, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	var page struct{ Contacts []Contact }
	return page.Contacts, json.NewDecoder(res.Body).Decode(&page)
}

type Sync struct {
	Source Source
	Cio    *customerio.CustomerIO
	Plans  map[string]string
}

func (s *Sync) Run(ctx context.Context, since time.Time) error {
	contacts, err := s.Source.Changed(ctx, since)
	if err != nil {
		return err
	}
	for _, c := range contacts {
		attrs := sanitize.Attributes(c.Fields)
		if attrs == nil {
			attrs = make(map[string]any, 2)
		}
		attrs["plan"] = s.Plans[c.Ref]
		attrs["open_deals"] = len(c.Deals)
		if err := s.Cio.IdentifyCtx(ctx, c.Ref, attrs); err != nil {
			return fmt.Errorf("contact %s: %w", c.Ref, err)
		}
	}
	return nil
}
