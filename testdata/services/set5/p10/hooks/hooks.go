package hooks

import (
	"context"
	"encoding/json"
	"io"
	"net/http"

	"services/set5/p10/sig"
)

// Unsubscriber stops mail to somebody.
type Unsubscriber interface {
	Unsubscribe(ctx context.Context, customer string) error
}

// Routes registers the hooks on a mux.
func Routes(mux *http.ServeMux, check *sig.Checker, u Unsubscriber) {
	mux.HandleFunc("POST /cio/events", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		if err := check.Check(r.Header, body); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		var e struct {
			Metric string `json:"metric"`
			Data   struct {
				CustomerID string `json:"customer_id"`
			} `json:"data"`
		}
		if err := json.Unmarshal(body, &e); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		if e.Metric == "unsubscribed" || e.Metric == "spammed" {
			if err := u.Unsubscribe(r.Context(), e.Data.CustomerID); err != nil {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
		}
		w.WriteHeader(http.StatusOK)
	})
}
