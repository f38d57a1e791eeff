package beacon

import (
	"context"
	"encoding/json"
	"net/http"

	"services/set5/p42/enrich"
)

// Tracker is satisfied by what sends.
type Tracker interface {
	Track(ctx context.Context, who, what string, with map[string]any) error
}

type Beacon struct {
	tracker   Tracker
	enrichers []enrich.Enricher
}

func New(t Tracker, names ...string) *Beacon {
	b := &Beacon{tracker: t}
	for _, n := range names {
		if e, ok := enrich.All[n]; ok {
			b.enrichers = append(b.enrichers, e)
		}
	}
	return b
}

func (b *Beacon) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	payload := map[string]any{}
	if err := json.NewDecoder(r.Body).Decode(&payload); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	for _, e := range b.enrichers {
		e.Enrich(r, payload)
	}
	if err := b.tracker.Track(r.Context(), r.PathValue("member"), "beacon", payload); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}
