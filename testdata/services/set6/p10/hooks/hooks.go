package hooks

import (
	"encoding/json"
	"io"
	"net/http"
)

type Verifier interface {
	Check(h http.Header, body []byte) error
}

type Unsubscriber interface {
	Unsubscribe(id string) error
}

func Handler(v Verifier, u Unsubscriber) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil {
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		if err := v.Check(r.Header, body); err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		var ev struct {
			ObjectType string `json:"object_type"`
			Metric     string `json:"metric"`
			Data       struct {
				CustomerID string `json:"customer_id"`
			} `json:"data"`
		}
		if err := json.Unmarshal(body, &ev); err != nil {
			http.Error(w, "malformed", http.StatusBadRequest)
			return
		}
		if ev.ObjectType == "customer" && ev.Metric == "unsubscribed" {
			if err := u.Unsubscribe(ev.Data.CustomerID); err != nil {
				http.Error(w, "later", http.StatusServiceUnavailable)
				return
			}
		}
		w.WriteHeader(http.StatusNoContent)
	}
}
